"""Fetching from a server on this very machine, which an injected policy allows; the default policy forbids it."""

from __future__ import annotations

import gzip
import ipaddress
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord import __version__
from onrecord.articles.addresses import AddressPolicy, IPAddress, Resolver, resolve
from onrecord.articles.fetch import Fetcher, Timekeeper
from onrecord.articles.options import Limits
from onrecord.errors import ArticleError

PAGE = b"<p>The mayor denied it.</p>"


@dataclass
class Site:
    """Answers by path: (status, headers, body). What was asked is kept, with the headers of the last request."""

    base: str = ""
    answers: dict[str, list[tuple[int, dict[str, str], bytes]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    release: threading.Event = field(default_factory=threading.Event)

    def put(self, path: str, body: bytes = PAGE, status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.setdefault(path, []).append((status, {"Content-Type": "text/html", **named}, body))


@pytest.fixture
def site() -> Iterator[Site]:
    state = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append(self.path)
            state.headers = dict(self.headers)
            if self.path == "/silent":
                state.release.wait()
                return
            answers = state.answers.get(self.path) or [(404, {}, b"")]
            status, headers, body = answers.pop(0) if len(answers) > 1 else answers[0]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A client that hangs up early is what some of the tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    state.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield state
    finally:
        state.release.set()
        server.shutdown()
        thread.join()
        server.server_close()


class Clock:
    """Time that passes only where somebody waits, or by a fixed step at each look."""

    def __init__(self, step: float = 0.0) -> None:
        self.time = 1000.0
        self.step = step
        self.waits: list[float] = []

    def now(self) -> float:
        self.time += self.step
        return self.time

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds


def on_this_machine(address: IPAddress, port: int) -> bool:
    return address.is_loopback


def fetcher(
    limits: Limits | None = None,
    clock: Clock | None = None,
    policy: AddressPolicy = on_this_machine,
    resolver: Resolver = resolve,
) -> Fetcher:
    clock = clock or Clock()
    return Fetcher(limits or Limits(), policy=policy, resolver=resolver, timekeeper=Timekeeper(clock.now, clock.wait))


def refusal(fetch: Fetcher, address: str) -> str:
    with pytest.raises(ArticleError) as caught:
        fetch(address)
    return caught.value.found


def test_a_page_is_fetched_with_an_honest_name_after_robots_was_asked(site: Site) -> None:
    site.put("/a", PAGE, Content_Type="text/html; charset=ISO-8859-1")
    fetched = fetcher()(f"{site.base}/a#part")
    assert (fetched.url, fetched.media_type, fetched.charset) == (f"{site.base}/a", "text/html", "iso-8859-1")
    assert fetched.body == PAGE
    assert site.asked == ["/robots.txt", "/a"]
    assert site.headers["User-Agent"].startswith(f"OnRecord/{__version__} ")
    assert "Cookie" not in site.headers


def test_a_packed_page_is_unpacked(site: Site) -> None:
    site.put("/a", gzip.compress(PAGE), Content_Encoding="gzip")
    assert fetcher()(f"{site.base}/a").body == PAGE


@pytest.mark.parametrize(
    ("status", "found"),
    [(404, "no such page"), (403, "refuses"), (410, "taken down"), (500, "fails"), (418, "418"), (204, "204")],
)
def test_a_page_that_is_not_given_is_refused_by_its_status(site: Site, status: int, found: str) -> None:
    site.put("/a", b"", status)
    assert found in refusal(fetcher(), f"{site.base}/a")


# --- robots ---


def test_what_robots_forbids_is_not_asked_for(site: Site) -> None:
    site.put("/robots.txt", b"User-agent: OnRecord\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n")
    site.put("/a")
    fetch = fetcher()
    assert "robots.txt" in refusal(fetch, f"{site.base}/private/a")
    assert fetch(f"{site.base}/a").body == PAGE
    assert site.asked == ["/robots.txt", "/a"]


def test_a_server_that_fails_to_give_robots_is_left_alone(site: Site) -> None:
    site.put("/robots.txt", b"", 503)
    site.put("/a")
    assert "robots.txt" in refusal(fetcher(), f"{site.base}/a")
    assert "/a" not in site.asked


def test_robots_is_asked_on_the_host_that_a_redirect_leads_to(site: Site) -> None:
    site.put("/robots.txt", b"User-agent: *\nDisallow: /private\n")
    site.put("/a", b"", 302, Location="/private/a")
    assert "robots.txt" in refusal(fetcher(), f"{site.base}/a")
    assert "/private/a" not in site.asked


# --- politeness ---


def test_a_host_is_given_a_second_between_requests(site: Site) -> None:
    site.put("/a")
    clock = Clock()
    fetcher(clock=clock)(f"{site.base}/a")
    assert clock.waits == [1.0]


def test_the_delay_that_a_site_asks_for_is_kept(site: Site) -> None:
    site.put("/robots.txt", b"User-agent: *\nCrawl-delay: 7\n")
    site.put("/a")
    clock = Clock()
    fetcher(clock=clock)(f"{site.base}/a")
    assert clock.waits == [7.0]


def test_a_delay_beyond_reason_is_refused(site: Site) -> None:
    site.put("/robots.txt", b"User-agent: *\nCrawl-delay: 3600\n")
    assert "3600 seconds" in refusal(fetcher(), f"{site.base}/a")


def test_a_busy_site_is_asked_once_more_when_it_says_when(site: Site) -> None:
    site.put("/a", b"", 429, Retry_After="5")
    site.put("/a")
    clock = Clock()
    assert fetcher(clock=clock)(f"{site.base}/a").body == PAGE
    assert 5.0 in clock.waits


@pytest.mark.parametrize("when", ["3600", "soon", "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_busy_site_is_not_waited_for_for_long(site: Site, when: str) -> None:
    site.put("/a", b"", 503, Retry_After=when)
    assert "busy" in refusal(fetcher(), f"{site.base}/a")
    assert site.asked.count("/a") == 1


# --- limits ---


def test_redirects_are_followed_to_the_fifth(site: Site) -> None:
    for number in range(5):
        site.put(f"/{number}", b"", 301, Location=f"/{number + 1}")
    site.put("/5")
    assert fetcher()(f"{site.base}/0").url == f"{site.base}/5"
    site.put("/before", b"", 301, Location="/0")
    assert "redirects" in refusal(fetcher(), f"{site.base}/before")


def test_a_redirect_to_another_kind_of_address_is_refused(site: Site) -> None:
    site.put("/a", b"", 302, Location="file:///etc/passwd")
    assert "file" in refusal(fetcher(), f"{site.base}/a")


def test_a_page_larger_than_the_limit_is_refused_also_when_it_is_packed(site: Site) -> None:
    site.put("/a", b"x" * 2000)
    site.put("/packed", gzip.compress(b"x" * 2000), Content_Encoding="gzip")
    for path in ("/a", "/packed"):
        assert "more than 1,000 bytes" in refusal(fetcher(Limits(download_bytes=1000)), site.base + path)


def test_a_server_that_does_not_answer_is_given_up(site: Site) -> None:
    assert "in time" in refusal(fetcher(Limits(read_seconds=0.05)), f"{site.base}/silent")


def test_a_server_that_answers_in_drops_is_given_up_at_the_deadline(site: Site) -> None:
    site.put("/a")
    # Every look at the clock costs ten seconds: each single wait is short enough, all of them together are not.
    assert "in time" in refusal(fetcher(Limits(total_seconds=25), Clock(step=10)), f"{site.base}/a")


def test_a_server_that_cannot_be_reached_is_refused(site: Site) -> None:
    def nowhere(host: str, port: int) -> list[IPAddress]:
        raise OSError("name or service not known")

    assert "no such host: a.invalid" in refusal(fetcher(resolver=nowhere), "http://a.invalid/x")


def test_damaged_packing_is_refused(site: Site) -> None:
    site.put("/a", b"no gzip", Content_Encoding="gzip")
    assert "no usable answer" in refusal(fetcher(), f"{site.base}/a")


# --- addresses ---


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "http://0x7f.1/",
    ],
)
def test_the_policy_in_use_forbids_this_machine_however_it_is_written(address: str) -> None:
    assert "not on the public web" in refusal(Fetcher(Limits()), address)


def test_a_name_with_one_private_address_among_its_addresses_is_refused(site: Site) -> None:
    def two_faced(host: str, port: int) -> list[IPAddress]:
        return [ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("10.0.0.1")]

    assert "10.0.0.1" in refusal(fetcher(resolver=two_faced), f"http://paper.example:{site.base.rpartition(':')[2]}/a")
    assert site.asked == []


def test_the_checked_address_is_the_one_connected_to(site: Site) -> None:
    """A name is resolved once a connection: there is no second look that could give another address."""
    site.put("/a")
    looks: list[str] = []

    def once(host: str, port: int) -> list[IPAddress]:
        looks.append(host)
        return [ipaddress.ip_address("127.0.0.1")]

    address = f"http://paper.example:{site.base.rpartition(':')[2]}/a"
    assert fetcher(resolver=once)(address).body == PAGE
    assert looks == ["paper.example"] * len(site.asked)
    assert site.headers["Host"].startswith("paper.example")


def test_a_name_that_turns_private_between_two_requests_is_refused(site: Site) -> None:
    site.put("/a")
    answers = iter(["127.0.0.1", "10.0.0.1"])

    def rebinding(host: str, port: int) -> list[IPAddress]:
        return [ipaddress.ip_address(next(answers))]

    assert "10.0.0.1" in refusal(fetcher(resolver=rebinding), f"http://paper.example:{site.base.rpartition(':')[2]}/a")
    assert site.asked == ["/robots.txt"]


def test_an_address_with_a_password_is_refused() -> None:
    assert "password" in refusal(fetcher(), "http://name:secret@paper.example/")
