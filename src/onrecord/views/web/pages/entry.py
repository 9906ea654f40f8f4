"""Coming in: the token, the name under which a person judges, and whether the application is well."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from onrecord.views.web.access import is_token
from onrecord.views.web.desk import desk_of, pages_of
from onrecord.views.web.guard import SESSION_COOKIE, session_cookie
from onrecord.views.web.rendering import LONGEST_NAME, REVIEWER_COOKIE

router = APIRouter(include_in_schema=False)
A_YEAR = 365 * 24 * 60 * 60


@router.get("/health")
def health(request: Request) -> Response:
    """Whether the record answers."""
    desk_of(request).record.reader.unread(1)
    return JSONResponse({"status": "ok"})


@router.get("/login")
def ask_token(request: Request, onward: Annotated[str, Query(alias="next")] = "/") -> Response:
    """The page that asks for the token."""
    return pages_of(request)(request, "login.html", {"next": local(onward), "is_wrong": False})


@router.post("/login")
def take_token(
    request: Request, token: Annotated[str, Form()] = "", onward: Annotated[str, Form(alias="next")] = "/"
) -> Response:
    """Begin a session for who has the token."""
    kept = request.app.state.access.token_hash
    if kept is not None and not is_token(token, kept):
        return pages_of(request)(request, "login.html", {"next": local(onward), "is_wrong": True}, 401)
    answer = RedirectResponse(local(onward), status_code=303)
    session = request.app.state.sessions.admit()
    answer.headers.append("Set-Cookie", session_cookie(session, is_secure=request.url.scheme == "https"))
    return answer


@router.post("/logout")
def leave(request: Request) -> Response:
    """End the session."""
    request.app.state.sessions.end(request.cookies.get(SESSION_COOKIE, ""))
    return RedirectResponse("/", status_code=303)


@router.post("/name")
def take_name(
    request: Request, name: Annotated[str, Form()] = "", onward: Annotated[str, Form(alias="next")] = "/"
) -> Response:
    """Keep the name under which a person judges, in their own browser."""
    name = " ".join(name.split())[:LONGEST_NAME]
    answer = RedirectResponse(local(onward), status_code=303)
    answer.set_cookie(REVIEWER_COOKIE, quote(name), max_age=A_YEAR, httponly=True, samesite="strict")
    return answer


def local(address: str) -> str:
    """The address if it is one of this application; else the first page."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_ours else "/"
