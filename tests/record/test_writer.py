from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import ArticleError, RecordError
from onrecord.record import Record, open_record
from onrecord.vocabulary import (
    NO_DATE,
    Article,
    ArticleId,
    Basis,
    Channel,
    Contact,
    Event,
    Form,
    Interval,
    Kind,
    Party,
    PartyKind,
    PublishedFrom,
    Reading,
    Refusal,
    Result,
    Run,
    Said,
    Span,
    Stance,
    Statement,
    StatementId,
)

from .invented import NEWER_RUN, RUN, PatternReader, dump, read

FIRST = Article("visit", "Ada said that Bert denied the visit.", published="2021-03-04")
CHANGED = replace(FIRST, text="Ada said that Bert denied the visits.")
READER = PatternReader()


def texts(record: Record) -> list[tuple[str, int, str]]:
    return [(kept.article.ref, kept.version, kept.article.text) for kept in record.reader.articles(newest=False)]


# --- versions ---


def test_another_text_under_a_known_reference_is_a_new_version(record: Record) -> None:
    assert read(record, FIRST, CHANGED) == ["read", "new version"]
    assert texts(record) == [("visit", 1, FIRST.text), ("visit", 2, CHANGED.text)]
    assert [kept.article for kept in record.reader.articles()] == [CHANGED]


def test_an_older_text_that_comes_again_stays_the_older_version(record: Record) -> None:
    assert read(record, FIRST, CHANGED, FIRST) == ["read", "new version", "unchanged"]
    assert [kept.article for kept in record.reader.articles()] == [CHANGED]


def test_the_same_text_under_another_reference_is_another_article(record: Record) -> None:
    assert read(record, FIRST, replace(FIRST, ref="copy")) == ["read", "read"]
    assert record.reader.counts().articles == 2


# --- reading again ---


def test_reading_twice_adds_nothing(record: Record) -> None:
    inputs = (FIRST, CHANGED, Refusal("scan.pdf", "no text", "a text layer", "run text recognition first"))
    read(record, *inputs)
    before = dump(record)
    assert read(record, *inputs) == ["unchanged", "unchanged", "refused"]
    assert dump(record) == before


def test_the_same_article_twice_in_flight_is_kept_once(record: Record) -> None:
    assert record.writer.write(READER(FIRST)).result is Result.READ
    outcome = record.writer.write(READER(FIRST))
    assert (outcome.result, outcome.statements, outcome.words) == (Result.UNCHANGED, 2, 7)


def test_an_article_is_known_only_in_this_text_and_by_this_run(record: Record) -> None:
    read(record, FIRST)
    assert record.writer.knows(FIRST, RUN)
    assert not record.writer.knows(CHANGED, RUN)
    assert not record.writer.knows(FIRST, NEWER_RUN)


def test_a_reread_replaces_what_the_machine_read_and_nothing_else(record: Record) -> None:
    read(record, FIRST, CHANGED)
    before = texts(record)
    fewer = Reading(FIRST, READER(FIRST).statements[:1], NEWER_RUN)
    assert record.writer.write(fewer).result is Result.REREAD
    assert texts(record) == before
    assert record.reader.statements(FIRST.id) == fewer.statements
    assert len(record.reader.statements(CHANGED.id)) == 2
    kept = record.reader.article(FIRST.id)
    assert kept is not None
    assert kept.run == NEWER_RUN
    assert [hit.statement for hit in record.reader.search("denied")] == [READER(CHANGED).statements[0]]


def test_statements_keep_their_ids_through_a_reread(record: Record) -> None:
    read(record, FIRST)
    before = [statement.id for statement in record.reader.statements(FIRST.id)]
    assert read(record, FIRST, run=NEWER_RUN) == ["reread"]
    assert [statement.id for statement in record.reader.statements(FIRST.id)] == before


def test_an_article_unknown_to_the_record_is_not_called_unchanged(record: Record) -> None:
    with pytest.raises(RecordError, match="expected it to be known"):
        record.writer.unchanged(FIRST)


# --- metadata ---


def test_a_date_given_later_fills_the_gap_and_has_the_article_read_again(record: Record) -> None:
    undated = replace(FIRST, published=None)
    assert [record.writer.write(READER(undated)).detail] == [NO_DATE]
    dated = replace(undated, published="2021-03-04", published_from=PublishedFrom.OPTION)
    assert not record.writer.knows(dated, RUN)
    assert read(record, dated, dated, undated) == ["reread", "unchanged", "unchanged"]
    assert [kept.article for kept in record.reader.articles(newest=False)] == [dated]


def test_a_title_given_later_can_be_searched(record: Record) -> None:
    read(record, FIRST)
    assert record.reader.search("harbour", within="articles") == ()
    read(record, replace(FIRST, title="The harbour affair"))
    assert len(record.reader.search("harbour", within="articles")) == 1


def dated(day: str, source: PublishedFrom | None) -> Article:
    return replace(FIRST, published=day, published_from=source)


def test_a_date_given_wrongly_is_corrected_by_reading_again(record: Record) -> None:
    wrong, right = dated("2021-03-04", PublishedFrom.OPTION), dated("2012-03-04", PublishedFrom.OPTION)
    read(record, wrong)
    before = [statement.id for statement in record.reader.statements(FIRST.id)]
    assert read(record, right, right) == ["reread", "unchanged"]
    assert [kept.article for kept in record.reader.articles(newest=False)] == [right]
    assert [statement.id for statement in record.reader.statements(FIRST.id)] == before
    assert "published '2012-03-04' replaces '2021-03-04'" in [outcome.detail for outcome in record.reader.outcomes()]


SOURCES = [None, PublishedFrom.PAGE, PublishedFrom.METADATA, PublishedFrom.OPTION, PublishedFrom.INPUT]


@pytest.mark.parametrize("now", SOURCES)
@pytest.mark.parametrize("before", SOURCES)
def test_a_date_yields_to_one_of_the_same_or_a_stronger_source_only(
    record: Record, before: PublishedFrom | None, now: PublishedFrom | None
) -> None:
    kept, given = dated("2021-03-04", before), dated("2022-01-01", now)
    read(record, kept)
    if SOURCES.index(now) >= SOURCES.index(before):
        assert not record.writer.knows(given, RUN)
        assert record.writer.write(READER(given)).detail == "published '2022-01-01' replaces '2021-03-04'"
        assert [each.article for each in record.reader.articles()] == [given]
    else:
        assert record.writer.knows(given, RUN)
        assert record.writer.unchanged(given).detail == "kept published '2021-03-04', not '2022-01-01'"
        assert [each.article for each in record.reader.articles()] == [kept]


def test_the_same_day_from_a_better_source_is_better_known_from_then_on(record: Record) -> None:
    seen, told = dated("2021-03-04", PublishedFrom.PAGE), dated("2021-03-04", PublishedFrom.INPUT)
    read(record, seen)
    assert record.writer.write(READER(told)).detail is None
    assert read(record, seen) == ["unchanged"]
    assert [kept.article for kept in record.reader.articles()] == [told]


@pytest.mark.parametrize("field", ["url", "publisher", "title", "byline", "modified"])
def test_other_metadata_are_what_was_said_last(record: Record, field: str) -> None:
    before, now, silent = (replace(FIRST, **{field: value}) for value in ("2020", "2021", None))
    read(record, before)
    assert record.writer.write(READER(now)).detail == f"{field} '2021' replaces '2020'"
    assert read(record, now, silent, replace(FIRST, **{field: ""})) == ["unchanged"] * 3
    assert [kept.article for kept in record.reader.articles()] == [now]


# --- outcomes ---


def test_a_refusal_is_kept_with_its_reason_and_counted_until_the_input_is_read(record: Record) -> None:
    refusal = Refusal("visit", "no text", "an article", "send it again")
    assert read(record, refusal) == ["refused"]
    assert [outcome.detail for outcome in record.reader.outcomes()] == [str(refusal)]
    assert record.reader.counts().unread == 1
    read(record, FIRST)
    assert record.reader.counts().unread == 0


def test_what_is_to_be_said_of_an_article_stands_in_its_outcome(record: Record) -> None:
    article = replace(FIRST, published=None, remarks=("the first of 3 articles on this page",))
    detail = f"{NO_DATE}; the first of 3 articles on this page"
    assert record.writer.write(READER(article)).detail == detail
    assert record.writer.unchanged(article).detail == detail


def test_a_refusal_with_a_name_that_is_no_unicode_is_kept_all_the_same(record: Record) -> None:
    assert read(record, Refusal("scan-\udcff\0.pdf", "no text", "an article", "rename it")) == ["refused"]
    assert [outcome.ref for outcome in record.reader.outcomes()] == ["scan-\\udcff\\x00.pdf"]


# --- exactness ---


@pytest.mark.parametrize(
    "text",
    [
        "Ada said\r\nit rained.\r\n",
        "Ada said \U0001f468\u200d\U0001f469\u200d\U0001f467 waved.",
        "Ada said cafe\u0301 and café differ.",
        "Ada said \u202eשלום\u202c to them.",
        "\ufeff Ada said it began oddly. \u2028 \x0b\x0c \x7f \ufdd0\uffff",
    ],
)
def test_a_text_comes_back_character_for_character(record: Record, text: str) -> None:
    read(record, Article("odd", text, title=text, byline=text))
    (kept,) = record.reader.articles()
    assert (kept.article.text, kept.article.title, kept.article.byline) == (text, text, text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), data=st.data())
def test_any_text_and_its_spans_come_back_as_they_were(record: Record, text: str, data: st.DataObject) -> None:
    article = Article(text[:5], text)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    statement = Statement(article.id, span, None, (span,), Form.MIXED, Kind.THOUGHT)
    record.writer.write(Reading(article, (statement,), Run(model=statement.id, code="1")))
    kept = record.reader.article(article.id)
    assert kept is not None
    assert kept.article == article
    assert record.reader.statements(article.id) == (statement,)


@pytest.mark.parametrize("bad", ["a\0b", "a\ud800b", ""])
def test_a_text_that_cannot_be_stored_exactly_is_not_stored_at_all(record: Record, bad: str) -> None:
    with pytest.raises(ArticleError, match=r"check that it was saved whole|clean the input"):
        record.writer.write(Reading(Article("bad", bad), (), RUN))
    assert record.reader.counts().versions == 0


def test_a_statement_keeps_all_its_spans_and_fields(record: Record) -> None:
    article = Article("odd", '"We," she said, "hope so," he thinks.')
    outer = Statement(article.id, None, Span(27, 36), (Span(1, 4), Span(17, 24)), Form.DIRECT, Kind.THOUGHT)
    inner = Statement(article.id, Span(6, 9), Span(10, 14), (Span(17, 24),), Form.DIRECT, Kind.SAID, outer.id)
    record.writer.write(Reading(article, (inner, outer), RUN))
    assert record.reader.statements(article.id) == (outer, inner)


# --- readings that do not hold together ---


def incoherent() -> list[tuple[str, tuple[Statement, ...]]]:
    def made(start: int, end: int, form: Form = Form.DIRECT, nested_in: str | None = None) -> Statement:
        parent = StatementId(nested_in) if nested_in else None
        return Statement(FIRST.id, None, None, (Span(start, end),), form, nested_in=parent)

    return [
        ("of another article", (replace(made(0, 3), article=ArticleId("a-other")),)),
        ("beyond the end", (made(0, 3), made(0, len(FIRST.text) + 1))),
        ("on the same spans", (made(0, 3), made(0, 3, Form.MIXED))),
        ("nested in none", (made(0, 3, nested_in="s-absent"),)),
        ("or in itself", (made(0, 3, nested_in=made(0, 3).id),)),
    ]


@pytest.mark.parametrize(("found", "statements"), incoherent())
def test_a_reading_that_does_not_hold_together_is_refused_whole(
    record: Record, found: str, statements: tuple[Statement, ...]
) -> None:
    with pytest.raises(ArticleError, match=found):
        record.writer.write(Reading(FIRST, statements, RUN))
    assert record.reader.counts().versions == 0


def test_a_statement_read_twice_in_one_reading_is_kept_once(record: Record) -> None:
    once = READER(FIRST).statements
    record.writer.write(Reading(FIRST, once + once, RUN))
    assert record.reader.statements(FIRST.id) == once


# --- several at once ---


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    everyone_ready = threading.Barrier(3)

    def write(name: str) -> None:
        everyone_ready.wait()
        with open_record(path) as record:  # all three find no record and make one
            for number in range(15):
                read(record, Article(f"{name}-{number}", f"Ada said it was {number}."), Article("all", f"Hm {number}."))

    threads = [threading.Thread(target=write, args=(name,)) for name in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_record(path) as record:
        counts = record.reader.counts()
        assert (counts.articles, counts.versions, counts.statements) == (46, 60, 45)
        assert [kept.version for kept in record.reader.articles(newest=False) if kept.article.ref == "all"] == list(
            range(1, 16)
        )


def test_a_record_held_by_another_process_is_said_to_be(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    impatient = sa.event.listens_for(record.writer._writing, "connect")
    impatient(lambda connection, _: connection.execute("PRAGMA busy_timeout = 0"))
    with record.judgements._writing.begin(), pytest.raises(RecordError, match="held by another process"):
        record.writer.write(READER(FIRST))
    assert read(record, FIRST) == ["read"]


# --- whole statements ---


TALK = Article(
    "talk", "On Tuesday Ada, for Bert, told the Post by phone that he met Cleo on 3 March.", published="2021-03-04"
)
ADA = Party(TALK.id, "Ada", PartyKind.PERSON, (Span(11, 14),), ("Ada",), ("aide",))
BERT = Party(TALK.id, "Bert", PartyKind.PERSON, (Span(20, 24),), count=None)
POST = Party(TALK.id, "the Post", PartyKind.OUTLET, (Span(31, 39),))
BOTH = Party(TALK.id, "two people", PartyKind.GROUP, members=(ADA.id, BERT.id), anonymous=True, count=2)
TUESDAY = Interval(date(2021, 3, 2), date(2021, 3, 2), "day")
WHOLE = Statement(
    article=TALK.id,
    source=Span(11, 14),
    cue=Span(26, 30),
    content=(Span(49, 76),),
    form=Form.INDIRECT,
    kind=Kind.SAID,
    stance=Stance.ASSERTS,
    speaker=ADA.id,
    supplied=True,
    on_behalf_of=BERT.id,
    anonymous=False,
    count=2,
    said=Said(TUESDAY, Basis.WEEKDAY, Span(3, 10)),
    channel=Channel.PHONE,
    channel_span=Span(40, 48),
    told_to=POST.id,
    via=(POST.id, BOTH.id),
    confidence=0.75,
)
TOLD = Reading(
    TALK,
    (WHOLE,),
    RUN,
    (ADA, BERT, POST, BOTH),
    (Contact(TALK.id, (ADA.id, BERT.id), Span(57, 65), Channel.IN_PERSON, TUESDAY, 0.5),),
    (Event(TALK.id, TUESDAY, Span(54, 76), (BERT.id,)),),
)


def test_all_that_was_read_comes_back_as_it_was(record: Record) -> None:
    record.writer.write(TOLD)
    (back,) = record.reader.readings()
    assert replace(back, parties=()) == replace(TOLD, parties=())
    assert set(back.parties) == set(TOLD.parties)
    assert set(record.reader.parties_named_by([WHOLE])) == {ADA.id, BERT.id, POST.id, BOTH.id}


def test_a_rereading_replaces_parties_contacts_and_events(record: Record) -> None:
    record.writer.write(TOLD)
    bare = replace(WHOLE, speaker=None, on_behalf_of=None, told_to=None, via=())
    record.writer.write(Reading(TALK, (bare,), NEWER_RUN))
    (back,) = record.reader.readings()
    assert (back.statements, back.parties, back.contacts, back.events) == ((bare,), (), (), ())


@pytest.mark.parametrize(
    "broken",
    [
        replace(TOLD, parties=(ADA, BERT, BOTH)),
        replace(TOLD, parties=(*TOLD.parties, replace(POST, count=3))),
        replace(TOLD, parties=(*TOLD.parties, Party(FIRST.id, "Dora", PartyKind.PERSON))),
        replace(TOLD, parties=(*TOLD.parties, Party(TALK.id, "Dora", PartyKind.PERSON, (Span(70, 700),)))),
        replace(TOLD, events=(Event(TALK.id, TUESDAY, Span(54, 760)),)),
        replace(TOLD, statements=(replace(WHOLE, channel_span=Span(70, 700)),)),
    ],
    ids=[
        "a party not described",
        "one party twice",
        "another article's",
        "a mention outside",
        "an event outside",
        "a channel outside",
    ],
)
def test_a_reading_whose_parties_do_not_hold_together_is_refused(record: Record, broken: Reading) -> None:
    with pytest.raises(ArticleError):
        record.writer.write(broken)
    assert record.reader.counts().articles == 0
