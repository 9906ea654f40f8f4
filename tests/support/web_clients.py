"""What tests of the web application do as a browser would: forms with their key, articles by their title."""

from __future__ import annotations

import re
from typing import Any

HOST = "http://localhost"
TOKEN = "open sesame twice"


def form_key(client: Any, page: str = "/") -> str:
    found = re.search(r'name="form-key" content="([^"]+)"', client.get(page).text)
    assert found, f"no key on {page}"
    return found[1]


def article_id(client: Any, title: str | None = None) -> str:
    articles = client.get("/api/articles").json()["articles"]
    return next(each["id"] for each in articles if title is None or each["title"] == title)
