"""`onrecord serve`: the record in a browser."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from onrecord.errors import SettingsError
from onrecord.views.cli import terminal
from onrecord.views.cli.options import JsonOption, RecordOption
from onrecord.views.cli.session import Session

LOOPBACK = "127.0.0.1"
SHORTEST_TOKEN = 12


def serve(
    ctx: typer.Context,
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="The address to be reached at. On any but this machine's own a token is asked for.",
        ),
    ] = LOOPBACK,
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="The port; 0 takes a free one.")] = 8017,
    new_token: Annotated[
        bool, typer.Option("--new-token", help="Make another token; the old one opens nothing any more.")
    ] = False,
    log: Annotated[bool, typer.Option("--log", help="Log requests to standard error, one JSON object a line.")] = False,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Open the record in a browser: read, follow, review.

    On http://127.0.0.1:8017, which only this machine reaches, unless --host says otherwise. Then whoever comes has to
    give a token. It is shown once, when it is made; only its hash is kept, beside the record. ONRECORD_TOKEN gives one
    of your own, of 12 characters or more.

    Ends with Ctrl-C.
    """
    from onrecord.record import open_record
    from onrecord.views.web import Access, Options, build_web_app, is_loopback, listen
    from onrecord.views.web.guard import log_to_stderr

    session = Session.of(ctx, record, as_json)
    settings = session.settings()
    opened = open_record(settings.record)
    token, token_hash = None, None
    if not is_loopback(host):
        token, token_hash = _token(opened.path, session.environment.get("ONRECORD_TOKEN"), is_new=new_token)
    access = Access() if token_hash is None else Access(token_hash, hosts=None)
    options = Options(access=access, log=log_to_stderr if log else None, settings=settings)

    def say_address(address: str) -> None:
        if session.as_json:
            terminal.say_json({"url": address, "token": token})
            return
        terminal.say(f"The record is open at {address} (Ctrl-C ends it)")
        if token is not None:
            terminal.say(f"Token, shown this once: {token}")

    listen(build_web_app(opened, session.load_reader, options), host, port, say_address)


def _token(record: Path, given: str | None, *, is_new: bool) -> tuple[str | None, str]:
    """A token to show, where one was made now, and the hash that is kept of it."""
    from onrecord.views.web.access import hashed, made_token

    if given is not None:
        if len(given) < SHORTEST_TOKEN:
            raise SettingsError(
                f"ONRECORD_TOKEN: found {len(given)} characters; expected {SHORTEST_TOKEN} or more; give a longer one"
            )
        return None, hashed(given)
    kept = record.with_name(record.name + ".token")
    try:
        if kept.exists() and not is_new:
            return None, kept.read_text(encoding="ascii").strip()
        token = made_token()
        token_hash = hashed(token)
        kept.touch(mode=0o600)
        os.chmod(kept, 0o600)
        kept.write_text(token_hash + "\n", encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{kept}: found that the hash of the token cannot be kept there ({error}); "
            "expected a file of yours; see its permissions, or give a token with ONRECORD_TOKEN"
        ) from error
    return token, token_hash
