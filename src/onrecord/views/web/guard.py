"""What every request passes before any page sees it, and what every answer carries: see docs/web.md, "Safety"."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import quote, urlsplit

from fastapi import HTTPException
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.views.web.access import Access, Allowance, Sessions, is_token

SESSION_COOKIE = "onrecord_session"
LARGEST_UPLOAD = 64 * 1024 * 1024
LARGEST_FORM = 2 * 1024 * 1024
CHANGES_A_MINUTE = 600
LOGINS_A_MINUTE = 10
READINGS_A_MINUTE = 60

OPEN_PATHS = ("/login", "/health", "/static/")
"""What may be seen without a token."""

TOO_LARGE = "More was sent than is taken."

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@dataclass(slots=True)
class Guard:
    """The outermost layer of the application."""

    app: ASGIApp
    access: Access
    sessions: Sessions
    changes: Allowance
    logins: Allowance
    readings: Allowance
    log: Callable[[dict[str, object]], None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request, began = Request(scope), time.perf_counter()
        session = request.cookies.get(SESSION_COOKIE)
        is_new = self.access.token_hash is None and not self.sessions.is_admitted(session)
        if is_new:
            session = self.sessions.admit()
        scope["session_name"] = session
        status = 0

        async def send_guarded(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                self._complete(request, MutableHeaders(scope=message), session if is_new else None)
            await send(message)

        refusal = self._refusal(request, session)
        if refusal is not None:
            await refusal(scope, receive, send_guarded)
        else:
            await self.app(scope, _limited(receive, _most_bytes(request)), send_guarded)
        if self.log is not None:
            self.log(_log_line(request, status, began))

    def _refusal(self, request: Request, session: str | None) -> Response | None:
        """Why the request goes no further; None where it may."""
        if self.access.hosts is not None and _host(request) not in self.access.hosts:
            return _plain(HTTPStatus.MISDIRECTED_REQUEST, "This address is not one of mine: open http://localhost.")
        if request.method not in SAFE_METHODS:
            return self._refused_change(request, session)
        return self._unknown(request, session)

    def _refused_change(self, request: Request, session: str | None) -> Response | None:
        if _comes_from_elsewhere(request):
            return _plain(HTTPStatus.FORBIDDEN, "This form was sent from another site, and changed nothing.")
        length = request.headers.get("content-length", "")
        if length.isdecimal() and int(length) > _most_bytes(request):
            return _plain(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LARGE)
        path = request.url.path
        who = request.client.host if request.client else ""
        allowed = (
            self.logins.take(who)
            if path == "/login"
            else self.readings.take(session or who)
            if path.startswith("/read")
            else self.changes.take(session or who)
        )
        if not allowed:
            return _plain(HTTPStatus.TOO_MANY_REQUESTS, "Too many at once: wait a minute, then go on.")
        return self._unknown(request, session)

    def _unknown(self, request: Request, session: str | None) -> Response | None:
        path = request.url.path
        if self.access.token_hash is None or path.startswith(OPEN_PATHS) or self.sessions.is_admitted(session):
            return None
        if path.startswith("/api/"):
            scheme, _, token = request.headers.get("authorization", "").partition(" ")
            if scheme.lower() == "bearer" and self._is_right(request, token):
                return None
            return JSONResponse({"error": "a token is asked for: Authorization: Bearer TOKEN"}, status_code=401)
        wanted = path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?next={quote(wanted, safe='')}", status_code=303)

    def _is_right(self, request: Request, token: str) -> bool:
        program = f"program {token}"
        if self.sessions.is_admitted(program):  # the hash takes long on purpose: once a session is enough
            return True
        who = request.client.host if request.client else ""
        if not self.logins.take(who) or not is_token(token, self.access.token_hash or ""):
            return False
        self.sessions.admit(program)
        return True

    def _complete(self, request: Request, headers: MutableHeaders, new_session: str | None) -> None:
        for name, value in HEADERS.items():
            headers[name] = value
        if not request.url.path.startswith("/static/"):
            headers["Cache-Control"] = "no-store"
        if new_session is not None:
            headers.append("Set-Cookie", session_cookie(new_session, is_secure=request.url.scheme == "https"))


def session_cookie(name: str, *, is_secure: bool) -> str:
    """The cookie of a session: not for scripts, not for other sites."""
    return f"{SESSION_COOKIE}={name}; Path=/; HttpOnly; SameSite=Strict" + ("; Secure" if is_secure else "")


def _host(request: Request) -> str:
    host = request.headers.get("host", "").lower()
    return host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.partition(":")[0]


def _comes_from_elsewhere(request: Request) -> bool:
    """What browsers say of where a form was sent from; programs say nothing."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower()


def _most_bytes(request: Request) -> int:
    return LARGEST_UPLOAD if request.url.path.startswith("/read") else LARGEST_FORM


def _limited(receive: Receive, most: int) -> Receive:
    taken = 0

    async def receive_limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LARGE)
        return message

    return receive_limited


def _plain(status: HTTPStatus, message: str) -> Response:
    return PlainTextResponse(message + "\n", status_code=status)


def _log_line(request: Request, status: int, began: float) -> dict[str, object]:
    """One request without anything that was asked or read: neither query nor form nor text."""
    route = request.scope.get("route")
    return {
        "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "method": request.method,
        "route": getattr(route, "path", None),
        "status": status,
        "milliseconds": round((time.perf_counter() - began) * 1000, 1),
    }


def log_to_stderr(line: dict[str, object]) -> None:
    """A structured log: one object a line."""
    sys.stderr.write(json.dumps(line) + "\n")
