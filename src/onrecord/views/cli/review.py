"""`onrecord review`: what is most worth a person's look, in the terminal; the log of judgements to take along."""

from __future__ import annotations

import getpass
import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import JudgementError, SettingsError
from onrecord.views import pasting, present
from onrecord.views.cli import terminal
from onrecord.views.cli.options import JsonOption, RecordOption
from onrecord.views.cli.session import Session
from onrecord.vocabulary import Review

if TYPE_CHECKING:
    from onrecord.record import Judgement, Record
    from onrecord.views import judging
    from onrecord.vocabulary import StatementId

SHOWN = 20
KEYS = "a accept, r reject, p another speaker, t another stance, d another day, s skip, u undo the last, q quit"


def review(
    ctx: typer.Context,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="export|import",
            help="Write the log of judgements, or bring one in. Without it, go through the queue.",
            show_default=False,
        ),
    ] = None,
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help="Where to write to, or read from: JSON Lines.", show_default=False),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="The name to judge under. Without it, that of your account."),
    ] = None,
    retrain_data: Annotated[
        str | None,
        typer.Option(
            "--retrain-data", metavar="FILE", help="Write what people accepted and corrected in the format of training."
        ),
    ] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many statements to go through.")] = SHOWN,
    record: RecordOption = None,
    as_json: JsonOption = False,
) -> None:
    """Decide on what was read: what a change rests on first, then what is contested, then what is doubtful.

    One key a decision; each is one line in the log, with who and when, and is taken back by another. Without a terminal
    the queue is listed. The browser shows the same queue with more room: onrecord serve

    export writes every judgement as JSON Lines, import brings them into another record; both may be done again, nothing
    is there twice. Judgements are anchored in the words of the articles, so they find them there.
    """
    from onrecord.record import open_record
    from onrecord.views import judging

    session = Session.of(ctx, record, as_json)
    with open_record(session.settings().record, create=False) as opened:
        if retrain_data is not None:
            _write_retraining(opened, Path(retrain_data), as_json=session.as_json)
        elif what == "export":
            _export(opened, _needed(file), as_json=session.as_json)
        elif what == "import":
            _import(opened, _needed(file), as_json=session.as_json)
        elif what is not None:
            raise SettingsError(
                f"review: found {what!r}; expected export, import or nothing; leave it out for the queue"
            )
        elif session.as_json or not terminal.is_interactive():
            _list(opened, limit, as_json=session.as_json)
        else:
            _go_through(opened, judging.Decider(name or getpass.getuser()), limit)


def _needed(file: str | None) -> Path:
    if file is None:
        raise SettingsError("review: found no FILE; expected the name of one; write it after export or import")
    return Path(file)


# --- the log ---


def _export(record: Record, path: Path, *, as_json: bool) -> None:
    from onrecord.views import judging

    rows = [judging.judgement_row(judgement) for judgement in record.judgements.all()]
    _write_lines(path, rows)
    _say_count({"file": str(path), "judgements": len(rows)}, "judgement", as_json=as_json)


def _import(record: Record, path: Path, *, as_json: bool) -> None:
    from onrecord.views import judging

    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path}: found that it cannot be read ({error}); expected JSON Lines as export writes them; see the file"
        ) from error
    known = {judgement.id for judgement in record.judgements.all()}
    new = [judgement for judgement in judging.read_rows(lines) if judgement.id not in known]
    for judgement in new:
        record.judgements.append(judgement)
    _say_count({"file": str(path), "judgements": len(new)}, "new judgement", as_json=as_json)


def _write_retraining(record: Record, path: Path, *, as_json: bool) -> None:
    from onrecord.views import judging

    rows = list(judging.retraining_rows(record.reader))
    _write_lines(path, rows)
    _say_count({"file": str(path), "articles": len(rows)}, "article", as_json=as_json)


def _write_lines(path: Path, rows: list[present.Row]) -> None:
    try:
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    except OSError as error:
        raise SettingsError(
            f"{path}: found that it cannot be written ({error.strerror}); expected a file of yours; name another"
        ) from error


def _say_count(row: present.Row, thing: str, *, as_json: bool) -> None:
    if as_json:
        terminal.say_json(row)
    else:
        number = next(value for value in row.values() if isinstance(value, int))
        terminal.say(f"{present.count_of(number, thing)}: {row['file']}")


# --- the queue ---


def _list(record: Record, limit: int, *, as_json: bool) -> None:
    from onrecord.views import judging

    reader = record.reader
    cases = [judging.case_of(reader, id_) for id_ in reader.unreviewed(limit)]
    found = [case for case in cases if case is not None]
    if as_json:
        shown = reader.shown_parties([case.statement for case in found])
        rows = [present.statement_row(case.statement, case.kept.article, shown) for case in found]
        terminal.say_json({"statements": rows, "reviewed": reader.reviewed()})
        return
    for case in found:
        terminal.say(_line(case))
    terminal.note(
        f"{present.count_of(reader.reviewed(), 'statement')} judged. Decide in a terminal, or: onrecord serve"
    )


def _line(case: judging.Case) -> str:
    what = pasting.sentence(case.statement, case.kept.article.text, case.parties)
    return f"{what} [{case.value('stance') or 'stance not known'}, {present.ref_label(case.kept.article.ref)}]"


def _go_through(record: Record, decider: judging.Decider, limit: int) -> None:
    terminal.note(f"You judge as {decider.who}. Keys: {KEYS}")
    made: list[str] = []
    for id_ in record.reader.unreviewed(limit):
        if not _decide(record, id_, decider, made):
            break
    terminal.note(f"{present.count_of(len(made), 'decision')} made.")


def _decide(record: Record, id_: StatementId, decider: judging.Decider, made: list[str]) -> bool:
    """Ask until the statement is decided on or skipped; False to end."""
    from onrecord.views import judging

    while True:
        case = judging.case_of(record.reader, id_)
        if case is None:
            return True
        terminal.say()
        terminal.say(_line(case))
        key: str = typer.prompt("[a r p t d s u q]", default="s", show_default=False).strip().lower()[:1]
        if key in "sq":
            return key == "s"
        if key == "u" and made:
            record.judgements.undo(made.pop(), who=decider.who, at=decider.at())
            terminal.note("undone")
            continue
        try:
            decision = _decision(case, key, decider)
        except JudgementError as error:
            terminal.note(str(error))
            continue
        if decision is None:
            terminal.note(f"Keys: {KEYS}")
            continue
        made.append(record.judgements.append(decision).id)
        return True


FIELDS = {"p": "speaker", "t": "stance", "d": "said"}


def _decision(case: judging.Case, key: str, decider: judging.Decider) -> Judgement | None:
    if key in ("a", "r"):
        return case.reviewed(decider, Review.ACCEPTED if key == "a" else Review.REJECTED)
    if key not in FIELDS:
        return None
    value = ""
    with suppress(typer.Abort):
        value = typer.prompt(FIELDS[key], default=case.value(FIELDS[key]) or "")
    return case.corrected(decider, FIELDS[key], " ".join(value.split()) or None)
