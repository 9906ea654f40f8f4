"""Addresses of the original pages: only such as a browser may follow, and at the very words where it can find them."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

FRAGMENT_WORDS = 5
"""How many words at either end of a quotation a link to the original page names."""


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
