"""Pages from templates: everything is escaped, and what an article says cannot become part of the page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse

from onrecord import __version__
from onrecord.views import present
from onrecord.views.web.access import Sessions

TEMPLATES = Path(__file__).parent / "templates"
REVIEWER_COOKIE = "onrecord_reviewer"
LONGEST_NAME = 80
FRAGMENT_WORDS = 5
"""How many words at either end of a quotation a link to the original page names."""

NAVIGATION = (("/articles", "Articles"), ("/search", "Search"))
"""The pages that every page leads to."""

Context = Mapping[str, object]


def build_environment() -> jinja2.Environment:
    """The templates with their filters. A name that a template misspells is an error, not an empty place."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {
        "day": present.day_label,
        "count_of": present.count_of,
        "days": present.interval_label,
        "ref": present.ref_label,
        "ref_in": lambda text, ref: text.replace(ref, present.ref_label(ref)),
        "web_url": web_url,
        "number": lambda value: f"{value:,}",
    }
    environment.globals |= {"version": __version__, "navigation": NAVIGATION}
    return environment


class Pages:
    """Renders the templates, with what every page needs: who is at work, and the key of its forms."""

    def __init__(self, sessions: Sessions) -> None:
        self._environment = build_environment()
        self._sessions = sessions

    def __call__(
        self, request: Request, template: str, context: Context | None = None, status: int = 200
    ) -> HTMLResponse:
        session = request.scope.get("session_name")
        common = {
            "path": request.url.path,
            "query": request.query_params,
            "form_key": self._sessions.form_key(session) if session else "",
            "reviewer": reviewer_of(request),
        }
        html = self._environment.get_template(template).render(common | dict(context or {}))
        return HTMLResponse(html, status_code=status)


def reviewer_of(request: Request) -> str | None:
    """The name under which a person judges, as they gave it once; None before that."""
    name = " ".join(unquote(request.cookies.get(REVIEWER_COOKIE, "")).split())
    return name[:LONGEST_NAME] or None


def web_url(url: str | None) -> str | None:
    """The address if a browser may follow it: http and https alone, never what would run."""
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else None


def text_fragment(words: str) -> str:
    """The end of an address that has a browser scroll to these words on the original page."""
    split = words.split()
    is_short = len(split) <= 2 * FRAGMENT_WORDS
    ends = [" ".join(part) for part in ((split,) if is_short else (split[:FRAGMENT_WORDS], split[-FRAGMENT_WORDS:]))]
    # A hyphen and a comma have a meaning of their own there.
    return "#:~:text=" + ",".join(quote(end, safe="").replace("-", "%2D") for end in ends)


def original_url(url: str | None, words: str) -> str | None:
    """The original page at these words, where the article has an address."""
    address = web_url(url)
    return None if address is None else address.partition("#")[0] + text_fragment(words)
