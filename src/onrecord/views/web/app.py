"""The application as a value: routes, what guards them, and one table from errors to answers."""

from __future__ import annotations

import gc
import time
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord import __version__
from onrecord.errors import JudgementError, OnRecordError, RecordError
from onrecord.pipeline import Reader
from onrecord.record import Record
from onrecord.settings import Settings
from onrecord.views import plots
from onrecord.views.web import guard
from onrecord.views.web.access import Access, Allowance, Sessions
from onrecord.views.web.desk import Desk
from onrecord.views.web.pages import ROUTERS
from onrecord.views.web.rendering import Pages

STATIC = Path(__file__).parent / "static"

MEANINGS = {
    400: "This request makes no sense.",
    403: "This form is out of date: open the page again and repeat what you did.",
    404: "There is nothing at this address.",
    405: "This cannot be done at this address.",
    409: "Somebody else decided meanwhile.",
    422: "Something in this form or address cannot be used.",
}


@dataclass(frozen=True, slots=True)
class Options:
    """How the application is to run. log: None keeps no log. clock: seconds, for sessions and limits."""

    access: Access = field(default_factory=Access)
    log: Callable[[dict[str, object]], None] | None = None
    clock: Callable[[], float] = time.monotonic
    settings: Settings = field(default_factory=Settings)


def build_web_app(record: Record, load_reader: Callable[[], Reader], options: Options | None = None) -> FastAPI:
    """The application on an open record, which it closes when it ends."""
    options = options or Options()
    sessions = Sessions(options.clock)
    desk = Desk(record, load_reader, options.settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        gc.freeze()  # what is loaded stays: looked through for garbage again and again it held up a page for a tenth of a second
        desk.settle_all()  # a record that another version linked, or that was cut off while linking
        yield
        gc.unfreeze()
        desk.close()

    app = FastAPI(
        title="OnRecord",
        version=__version__,
        description="The record of who said what, as JSON. Field names are those of the export.",
        docs_url=None,  # the pages that FastAPI brings load their scripts from elsewhere
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=lifespan,
        dependencies=[Depends(check_form_key)],
    )
    app.state.desk, app.state.sessions, app.state.access = desk, sessions, options.access
    app.state.pages = Pages(sessions)
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static/plots", StaticFiles(directory=plots.STATIC), name="plots")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_exception_handler(HTTPException, _tell_http)
    app.add_exception_handler(RequestValidationError, _tell_invalid)
    app.add_exception_handler(OnRecordError, _tell_ours)
    app.add_middleware(_Unforeseen)
    app.add_middleware(
        guard.Guard,
        access=options.access,
        sessions=sessions,
        changes=Allowance(guard.CHANGES_A_MINUTE, options.clock),
        logins=Allowance(guard.LOGINS_A_MINUTE, options.clock),
        readings=Allowance(guard.READINGS_A_MINUTE, options.clock),
        log=options.log,
    )
    return app


async def check_form_key(request: Request) -> None:
    """Refuse a change whose form was not made for this session (CSRF)."""
    if request.method in guard.SAFE_METHODS:
        return
    given = request.headers.get("x-form-key")
    if given is None:
        form = await request.form()
        value = form.get("form_key")
        given = value if isinstance(value, str) else None
    session = request.scope.get("session_name")
    is_login = request.url.path == "/login"
    if not is_login and not request.app.state.sessions.is_form_key(session, given):
        raise HTTPException(403)


# --- errors ---


def _answer(request: Request, status: int, message: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": message}, status_code=status)
    page: Response = request.app.state.pages(request, "error.html", {"status": status, "message": message}, status)
    return page


async def _tell_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    # Without a sentence of ours the detail is the name of the status.
    is_ours = error.detail != HTTPStatus(error.status_code).phrase
    message = error.detail if is_ours else MEANINGS.get(error.status_code, "This cannot be done.")
    return _answer(request, error.status_code, message)


async def _tell_invalid(request: Request, _: Exception) -> Response:
    return _answer(request, 422, MEANINGS[422])


async def _tell_ours(request: Request, error: Exception) -> Response:
    """Our own errors. Those of the record name its file, which is nobody's business here; judgements name none."""
    if isinstance(error, JudgementError):
        return _answer(request, 422, str(error))
    if isinstance(error, RecordError):
        return _answer(request, 503, "The record cannot be read or written just now. Try again in a moment.")
    return _answer(request, 422, str(error))


class _Unforeseen:
    """Turns a fault of ours into a page without its innards; where it happened goes to the log of the machine."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        has_begun = False

        async def send_noting(message: Message) -> None:
            nonlocal has_begun
            has_begun = has_begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, send_noting)
        except Exception as error:
            if scope["type"] != "http" or has_begun:
                raise
            places = [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-3:]]
            guard.log_to_stderr({"fault": type(error).__name__, "in": places})
            response = _answer(Request(scope), 500, "This is a fault of OnRecord. Nothing was changed.")
            await response(scope, receive, send)
