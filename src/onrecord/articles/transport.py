"""HTTP connections that go only to checked addresses and end by a deadline, whatever the other side does."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore2
import httpx2

from onrecord.articles.addresses import AddressPolicy, IPAddress, Resolver


class ForbiddenAddressError(Exception):
    """The name leads to an address that the policy forbids. Becomes an ArticleError in fetch.py."""


class Deadline:
    """The moment by which a whole exchange must be over; starts anew for each."""

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._seconds = seconds
        self._clock = clock
        self._end = 0.0
        self.start()

    def start(self) -> None:
        self._end = self._clock() + self._seconds

    def cut(self, timeout: float | None) -> float:
        """What may still be waited; raises ReadTimeout when nothing is left."""
        left = self._end - self._clock()
        if left <= 0:
            raise httpcore2.ReadTimeout(f"not done after {self._seconds:g} seconds")
        return left if timeout is None else min(timeout, left)


class CheckedTransport(httpx2.BaseTransport):
    """Resolves a name once, checks every address it has, and connects to one of exactly those.

    Since the checked address is the one connected to, a name that changes its address in between gains nothing. There
    are no proxies: behind one, the address could not be checked. Raises httpcore2's exceptions and
    ForbiddenAddressError.
    """

    def __init__(self, policy: AddressPolicy, resolver: Resolver, deadline: Deadline) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(trust_env=False),
            # A connection kept open would outlive the check of its address.
            max_keepalive_connections=0,
            network_backend=_CheckedBackend(policy, resolver, deadline),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        response = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx2.Response(response.status, headers=response.headers, stream=_Body(response))

    def close(self) -> None:
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, response: httpcore2.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class _CheckedBackend(httpcore2.NetworkBackend):
    def __init__(self, policy: AddressPolicy, resolver: Resolver, deadline: Deadline) -> None:
        self._policy = policy
        self._resolver = resolver
        self._deadline = deadline
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        failure: Exception = httpcore2.ConnectError(f"{host} has no address")
        for address in self._checked(host, port):
            try:
                stream = self._sockets.connect_tcp(
                    str(address), port, self._deadline.cut(timeout), local_address, socket_options
                )
                return _TimedStream(stream, self._deadline)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure

    def _checked(self, host: str, port: int) -> tuple[IPAddress, ...]:
        try:
            addresses = tuple(self._resolver(host, port))
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"no such host: {host}") from error
        for address in addresses:
            if not self._policy(address, port):
                raise ForbiddenAddressError(f"{host} (address {address}, port {port})")
        return addresses

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class _TimedStream(httpcore2.NetworkStream):
    """A stream whose every wait is cut to what the deadline leaves: a server that drips byte by byte gains nothing."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.cut(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.cut(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.cut(timeout))
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
