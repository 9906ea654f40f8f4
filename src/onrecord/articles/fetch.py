"""An address on the web → bytes, politely: robots.txt, one request at a time, limits, and no private addresses."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Protocol

from onrecord import __version__
from onrecord.articles.addresses import AddressPolicy, Resolver, is_public_web, resolve
from onrecord.articles.options import Limits
from onrecord.errors import ArticleError

if TYPE_CHECKING:
    import httpx2

ROBOT_NAME = "OnRecord"
USER_AGENT = f"{ROBOT_NAME}/{__version__} (reads single news articles at a person's request)"
_ACCEPT = "text/html,application/xhtml+xml,text/plain,application/pdf,application/x-ndjson;q=0.9,*/*;q=0.1"
_PAUSE_SECONDS = 1.0  # between two requests to one host that asks for nothing else
_MOST_ROBOTS_BYTES = 512 * 1024  # RFC 9309 asks for at least 500 KiB
_BUSY = frozenset({429, 503})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WHY = {
    401: ("a page behind a login (401)", "open it in your browser and save it as .html"),
    402: ("a page behind a paywall (402)", "open it in your browser and save it as .html"),
    403: ("a page that the site refuses to programs (403)", "open it in your browser and save it as .html"),
    404: ("no such page (404)", "check the address"),
    410: ("a page that was taken down (410)", "look for a copy in a web archive"),
    451: ("a page withheld for legal reasons (451)", "look for a copy in a web archive"),
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. url: where it was found in the end. media_type: in lower case, empty if not said."""

    url: str
    media_type: str
    charset: str | None
    body: bytes


class Fetch(Protocol):
    """Address → what it gave. Raises ArticleError."""

    def __call__(self, address: str) -> Fetched: ...


@dataclass(frozen=True, slots=True)
class Timekeeper:
    """The clock and how to wait by it."""

    now: Callable[[], float] = time.monotonic
    wait: Callable[[float], None] = time.sleep


class Fetcher:
    """Fetches one address at a time, and remembers each host's robots.txt and when it was last asked."""

    def __init__(
        self,
        limits: Limits,
        *,
        policy: AddressPolicy = is_public_web,
        resolver: Resolver = resolve,
        timekeeper: Timekeeper | None = None,
    ) -> None:
        self._limits = limits
        self._policy = policy
        self._resolver = resolver
        self._time = timekeeper or Timekeeper()
        self._robots: dict[str, Any] = {}
        self._last_asked: dict[str, float] = {}

    def __call__(self, address: str) -> Fetched:
        """Follow an address to its content. Raises ArticleError where it leads to none."""
        url = _checked_url(address)
        for _ in range(self._limits.redirects + 1):
            self._ask_robots(url)
            answer = self._request(url, self._limits.download_bytes)
            if answer.status in _BUSY:
                answer = self._try_again(url, answer)
            if answer.status in _REDIRECTS and answer.location:
                url = _checked_url(str(url.join(answer.location)))
                continue
            if answer.status != 200:
                raise _refused(answer.status)
            return Fetched(str(url), answer.media_type, answer.charset, answer.body)
        raise ArticleError(
            f"more than {self._limits.redirects} redirects",
            "a page",
            "open it in your browser and use the last address",
        )

    def _ask_robots(self, url: httpx2.URL) -> None:
        origin = _origin(url)
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(url.join("/robots.txt"))
        if not self._robots[origin].can_fetch(str(url), ROBOT_NAME):
            raise ArticleError(
                "a page whose site asks programs to keep out (robots.txt)",
                "a page open to programs",
                "open it in your browser and save it as .html",
            )

    def _read_robots(self, url: httpx2.URL) -> Any:
        """A host's rules, by RFC 9309: none where there is no file, everything forbidden where the server fails."""
        from protego import Protego

        for _ in range(self._limits.redirects + 1):
            answer = self._request(url, _MOST_ROBOTS_BYTES)
            if answer.status in _REDIRECTS and answer.location:
                url = _checked_url(str(url.join(answer.location)))
                continue
            break
        if answer.status >= 500 or answer.status == 429:
            raise ArticleError(
                f"a site that fails to say what programs may read (robots.txt: {answer.status})",
                "its robots.txt, or none (404)",
                "try again later, or open the page in your browser and save it as .html",
            )
        rules = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
        return Protego.parse(rules)

    def _try_again(self, url: httpx2.URL, answer: _Answer) -> _Answer:
        if answer.retry_after is None or answer.retry_after > self._limits.pause_seconds:
            return answer
        self._time.wait(answer.retry_after)
        return self._request(url, self._limits.download_bytes)

    def _pause(self, url: httpx2.URL) -> None:
        robots = self._robots.get(_origin(url))
        asked_for = robots.crawl_delay(ROBOT_NAME) if robots else None
        pause = _PAUSE_SECONDS if asked_for is None else float(asked_for)
        if pause > self._limits.pause_seconds:
            raise ArticleError(
                f"a site that asks for {pause:g} seconds between requests",
                f"at most {self._limits.pause_seconds:g}",
                "open the page in your browser and save it as .html",
            )
        last = self._last_asked.get(url.host)
        if last is not None and (left := last + pause - self._time.now()) > 0:
            self._time.wait(left)

    def _request(self, url: httpx2.URL, most_bytes: int) -> _Answer:
        import httpcore2
        import httpx2

        from onrecord.articles.transport import CheckedTransport, Deadline, ForbiddenAddressError

        self._pause(url)
        limits = self._limits
        timeout = httpx2.Timeout(limits.read_seconds, connect=limits.connect_seconds)
        headers = {"User-Agent": USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"}
        transport = CheckedTransport(self._policy, self._resolver, Deadline(limits.total_seconds, self._time.now))
        try:
            with (
                httpx2.Client(transport=transport, headers=headers, timeout=timeout, trust_env=False) as client,
                client.stream("GET", url) as response,
            ):
                return _Answer.of(response, most_bytes)
        except ForbiddenAddressError as error:
            raise ArticleError(
                f"an address that is not on the public web: {error}", "a public web page", "save the page as a file"
            ) from error
        except httpcore2.TimeoutException as error:
            raise ArticleError(
                f"no answer in time ({error or type(error).__name__})",
                f"a page within {limits.total_seconds:g} seconds",
                "try again later",
            ) from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError, httpx2.HTTPError, OSError) as error:
            raise ArticleError(
                f"no usable answer ({error or type(error).__name__})",
                "a web page",
                "check the address and the connection",
            ) from error
        finally:
            self._last_asked[url.host] = self._time.now()


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    body: bytes
    media_type: str
    charset: str | None
    location: str | None
    retry_after: float | None

    @classmethod
    def of(cls, response: httpx2.Response, most_bytes: int) -> _Answer:
        return cls(
            status=response.status_code,
            # What a refusal says is not read.
            body=_read_body(response, most_bytes) if response.status_code == 200 else b"",
            media_type=response.headers.get("content-type", "").partition(";")[0].strip().lower(),
            charset=response.charset_encoding,
            location=response.headers.get("location"),
            retry_after=_seconds(response.headers.get("retry-after")),
        )


def _read_body(response: httpx2.Response, most_bytes: int) -> bytes:
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > most_bytes:
            raise ArticleError(
                f"more than {most_bytes:,} bytes", "one article", "download it, and read its parts as files"
            )
    return bytes(body)


def _seconds(retry_after: str | None) -> float | None:
    if retry_after is None:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _checked_url(address: str) -> httpx2.URL:
    import httpx2

    try:
        url = httpx2.URL(address).copy_with(fragment=None)
    except (httpx2.InvalidURL, ValueError) as error:
        raise ArticleError(f"no web address ({error})", "http:// or https://", "check the address") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise ArticleError(f"an address of the kind {url.scheme!r}", "http:// or https://", "check the address")
    if url.userinfo:
        raise ArticleError(
            "an address with a name or password in it", "a public page", "open it in your browser and save it as .html"
        )
    return url


def _origin(url: httpx2.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def _refused(status: int) -> ArticleError:
    if status in _BUSY:
        return ArticleError(f"a site that is too busy ({status})", "a page", "try again later")
    if status >= 500:
        return ArticleError(f"a site that fails ({status})", "a page", "try again later")
    what, advice = _WHY.get(status, (f"no page (status {status})", "check the address"))
    return ArticleError(what, "a page open to everybody", advice)
