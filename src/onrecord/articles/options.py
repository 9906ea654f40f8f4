"""What the user may set for reading: words for what the input does not say, and how much is too much."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.articles.dates import parse_date
from onrecord.errors import SettingsError

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Defaults:
    """What --published and its like say; they fill only what the input leaves open.

    Raises SettingsError where `published` is no date.
    """

    published: str | None = None
    publisher: str | None = None
    byline: str | None = None

    def __post_init__(self) -> None:
        if self.published is None:
            return
        date = parse_date(self.published)
        if date is None:
            raise SettingsError(
                f"--published: found {self.published!r}; expected an ISO day or instant; "
                "write it like 2017-02-10 or 2017-02-10T09:21:00-05:00"
            )
        object.__setattr__(self, "published", date)


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes and times past which an input is refused rather than waited for.

    An article of a million characters is a thick book; the longest newspaper pieces stay below a tenth of that.
    """

    article_characters: int = 1_000_000
    text_bytes: int = 8 * MEGABYTE
    page_bytes: int = 8 * MEGABYTE  # takes some twenty seconds; pages with all their scripts stay below three
    pdf_bytes: int = 64 * MEGABYTE
    pdf_pages: int = 2_000
    line_bytes: int = 16 * MEGABYTE
    download_bytes: int = 64 * MEGABYTE
    connect_seconds: float = 10
    read_seconds: float = 20
    total_seconds: float = 60
    pause_seconds: float = 30  # the longest pause between requests that a site may ask for and get
    redirects: int = 5
