"""/review: what is most worth a look, and every decision on it. One line a decision, with who and when."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from itertools import pairwise
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from onrecord.articles import Defaults
from onrecord.errors import JudgementError
from onrecord.record import REMOVED, Judgement, RecordReader, StaleJudgementError, Subject
from onrecord.views import judging
from onrecord.views.judging import Case, Decider
from onrecord.views.quoting import Quoted, quote
from onrecord.views.web.desk import Desk, desk_of, pages_of
from onrecord.views.web.pages.articles import article_of
from onrecord.views.web.pages.claims import first_stand
from onrecord.views.web.pages.entry import local
from onrecord.views.web.pages.parties import foremost, party_asked, party_with
from onrecord.views.web.rendering import reviewer_of
from onrecord.vocabulary import (
    ArticleId,
    Channel,
    ClaimId,
    Kind,
    LinkedParty,
    PartyId,
    Review,
    Span,
    Stance,
    Statement,
    StatementId,
)
from onrecord.vocabulary import (
    Form as HowPut,
)

router = APIRouter(include_in_schema=False)
ON_A_PAGE = 12
LATEST = 12
MOST_PARTS = 40
"""How many decisions at most a split of a party, or of a claim, is made of."""

SHOWN_FIELDS = ("speaker", "on_behalf_of", "told_to", "stance", "said", "channel")
CHOICES = {"stance": tuple(Stance), "channel": tuple(Channel)}


@router.get("/review")
def queue(request: Request, statement: str | None = None, article: str | None = None) -> Response:
    """Cards to decide on: changes first, then what is contested, then what is doubtful; or one statement."""
    desk = desk_of(request)
    with desk.record.reader.snapshot() as reader:
        if statement is not None:
            ids: tuple[StatementId, ...] = (StatementId(statement),)
        else:
            ids = reader.unreviewed(ON_A_PAGE, ArticleId(article) if article else None)
        quotes = quote(reader, ids)
        if statement is not None and not quotes:
            raise HTTPException(404)
        cases = cases_of(reader, ids)
        cards = [_card(desk, cases[id_], quotes[id_]) for id_ in ids if id_ in quotes]
        judged = reader.unsettled_articles()
        context = {
            "cards": cards,
            "is_single": statement is not None,
            "article": article,
            "latest": desk.record.judgements.latest(LATEST),
            "undone": frozenset(j.undoes for j in desk.record.judgements.latest(5 * LATEST) if j.undoes),
            "lost": reader.lost_decisions(),
            "orphans": [(id_, each) for id_, layer in judged.items() for each in layer.orphans],
            "disagreements": [each for layer in judged.values() for each in layer.disagreements],
            "counts": reader.counts(),
            "reviewed": reader.reviewed(),
            "claims": reader.claim_texts({each.on_claim[0] for each in quotes.values() if each.on_claim}),
            "choices": CHOICES,
            "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        }
    return pages_of(request)(request, "review.html", context)


def cases_of(reader: RecordReader, ids: Sequence[StatementId]) -> dict[StatementId, Case]:
    """The statements with these ids before their judge."""
    statements = reader.statements_by_id(ids)
    kept = reader.articles_by_id(statement.article for statement in statements.values())
    parties = {article: {party.id: party for party in reader.parties(article)} for article in kept}
    return {id_: Case(kept[each.article], each, parties[each.article]) for id_, each in statements.items()}


def _card(desk: Desk, case: Case, quoted: Quoted) -> dict[str, object]:
    newest = desk.record.judgements.newest(case.statement.id)
    spans = (case.statement.source, case.statement.cue, case.statement.content)
    text = case.kept.article.text
    return {
        "quoted": quoted,
        "values": {field: case.value(field) or "" for field in SHOWN_FIELDS},
        "after": newest.id if newest else "",
        "source": spans[0].of(text) if spans[0] else "",
        "cue": spans[1].of(text) if spans[1] else "",
        "content": [piece.of(text) for piece in spans[2]],
        "names": sorted({party.name for party in case.parties.values()}),
        "speaker": _speaker(case, quoted),
    }


def _speaker(case: Case, quoted: Quoted) -> dict[str, str | None] | None:
    """Who says it over all articles, as far as it is linked, and the party of the article that is taken for them."""
    if not isinstance(quoted.speaker, LinkedParty):
        return None
    local = case.statement.speaker
    is_one_of_several = local in case.parties and quoted.speaker.articles > 1
    return {"id": quoted.speaker.id, "name": quoted.speaker.name, "local": local if is_one_of_several else None}


def case_of(reader: RecordReader, id_: str) -> Case:
    """The statement with this id before its judge. Raises HTTPException where there is none."""
    case = judging.case_of(reader, id_)
    if case is None:
        raise HTTPException(404)
    return case


# --- decisions ---


def _decider(request: Request) -> Decider:
    name = reviewer_of(request)
    if name is None:
        raise HTTPException(403, "Say under which name you judge first: at the top of the page of reviews.")
    return Decider(name)


DeciderHere = Annotated[Decider, Depends(_decider)]
Text = Annotated[str, Form(max_length=20_000)]
Onward = Annotated[str, Form(alias="next")]
"""The page to go to afterwards."""


@router.post("/review/statement/{statement_id}")
def decide(
    request: Request,
    statement_id: str,
    decider: DeciderHere,
    action: Text,
    after: Text = "",
    onward: Onward = "/review",
    reason: Text = "",
    speaker: Text = "",
    on_behalf_of: Text = "",
    told_to: Text = "",
    stance: Text = "",
    said: Text = "",
    channel: Text = "",
) -> Response:
    """Accept, reject or correct a statement. A form that is out of date is refused, with both values shown."""
    desk = desk_of(request)
    with desk.record.reader.snapshot() as reader:
        case = case_of(reader, statement_id)
    given = dict(zip(SHOWN_FIELDS, (speaker, on_behalf_of, told_to, stance, said, channel), strict=True))
    if action in ("accept", "reject"):
        review = Review.ACCEPTED if action == "accept" else Review.REJECTED
        decisions = [case.reviewed(decider, review, reason)]
    elif action == "correct":
        cleaned = {field: " ".join(value.split()) or None for field, value in given.items()}
        changed = {field: value for field, value in cleaned.items() if value != case.value(field)}
        decisions = [case.corrected(decider, field, value, reason) for field, value in changed.items()]
    else:
        raise HTTPException(422, "A statement is accepted, rejected or corrected.")
    return _append(request, decisions, after, onward)


@router.post("/review/spans/{statement_id}")
def move(
    request: Request,
    statement_id: str,
    decider: DeciderHere,
    content: Annotated[list[str], Form()],
    source: Text = "",
    cue: Text = "",
    after: Text = "",
    onward: Onward = "/review",
    reason: Text = "",
) -> Response:
    """Other spans for a statement, given as words of the article."""
    desk = desk_of(request)
    with desk.record.reader.snapshot() as reader:
        case = case_of(reader, statement_id)
    near = case.statement.content[0].start
    text = case.kept.article.text
    moved = Statement(
        case.statement.article,
        _found(text, source, near),
        _found(text, cue, near),
        _contents(text, content, near),
        case.statement.form,
    )
    return _append(request, [case.moved(decider, moved, reason)], after, onward)


@router.post("/review/add/{article_id}")
def add(
    request: Request,
    article_id: str,
    decider: DeciderHere,
    content: Annotated[list[str], Form()],
    source: Text = "",
    cue: Text = "",
    speaker: Text = "",
    stance: Text = "",
    near: Annotated[int, Form()] = 0,
    onward: Onward = "/review",
    reason: Text = "",
) -> Response:
    """A statement that the reader missed, given as words of the article."""
    kept = article_of(desk_of(request), article_id)
    text = kept.article.text
    pieces = _contents(text, content, near)
    statement = Statement(
        kept.article.id,
        _found(text, source, near),
        _found(text, cue, near),
        pieces,
        HowPut.DIRECT if pieces[0].of(text)[:1] in "\"“'‘" else HowPut.INDIRECT,
        kind=Kind.SAID,
    )
    values = {"speaker": " ".join(speaker.split()) or None, "stance": stance or None}
    told = {field: value for field, value in values.items() if value}
    return _append(request, [judging.added(kept, statement, told, decider, reason)], None, onward)


def _contents(text: str, given: list[str], near: int) -> tuple[Span, ...]:
    """The pieces of a content in text order."""
    pieces = tuple(sorted(span for piece in given if (span := _found(text, piece, near))))
    if not pieces or any(a.end > b.start for a, b in pairwise(pieces)):
        raise HTTPException(422, "A statement needs words of the article that were said, and none of them twice.")
    return pieces


def _found(text: str, words: str, near: int) -> Span | None:
    """Where the words stand in the text, exactly: the place nearest to `near`. None for no words."""
    words = words.strip("\r\n").replace("\r\n", "\n")
    if not words.strip():
        return None
    places, start = [], text.find(words)
    while start >= 0:
        places.append(start)
        start = text.find(words, start + 1)
    if not places:
        raise HTTPException(422, f"These words do not stand in the article exactly so: “{words[:80]}”.")
    best = min(places, key=lambda place: abs(place - near))
    return Span(best, best + len(words))


@router.post("/review/undo")
def undo(request: Request, decider: DeciderHere, judgement: Text, onward: Onward = "/review") -> Response:
    """Take a decision back, by another one."""
    desk = desk_of(request)
    undone = desk.record.judgements.undo(judgement, who=decider.who, at=decider.at())
    if undone.subject_kind is Subject.ARTICLE:
        kept = article_of(desk, undone.subject)
        desk.read_again(judging.without_judgement(kept.article, undone))
    desk.settle(undone)
    return RedirectResponse(local(onward), status_code=303)


@router.post("/review/party/{party_id}")
def judge_party(
    request: Request,
    party_id: str,
    decider: DeciderHere,
    action: Text,
    other: Text,
    reason: Text = "",
    onward: Onward = "",
) -> Response:
    """Say that two parties are one, or that one of those taken for it is another."""
    desk = desk_of(request)
    with desk.record.reader.snapshot() as reader:
        party = party_with(reader, party_id)
        if action == "same":
            named = party_asked(reader, other.rsplit("/", 1)[-1])
            if named is None or named.id == party.id:
                raise HTTPException(422, "Two different parties are needed to make one of.")
            pairs = [(foremost(reader, party), foremost(reader, named))]
        elif action == "different" and other in party.locals:
            pairs = [(each, PartyId(other)) for each in party.locals if each != other][:MOST_PARTS]
        else:
            raise HTTPException(422, "Two parties are the same, or different.")
        decisions = [judging.on_pair(reader, decider, Subject.PARTY, pair, action, reason) for pair in pairs]
    page = f"/parties?q={party.name}" if action == "same" else f"/parties/{party_id}"
    return _append(request, decisions, None, onward or page)


@router.post("/review/claim/{statement_id}")
def judge_claim(
    request: Request,
    statement_id: str,
    decider: DeciderHere,
    action: Text,
    other: Text = "",
    reason: Text = "",
    onward: Onward = "/claims",
) -> Response:
    """Say that a statement is on the same claim as another claim's, or on another than those it stands with."""
    desk = desk_of(request)
    with desk.record.reader.snapshot() as reader:
        stands = reader.stands_of([StatementId(statement_id)])
        stand = stands.get(StatementId(statement_id))
        if action == "same":
            found = reader.claim_sides([_claim_id(other)], 0)
            if not found:
                raise HTTPException(422, "No claim has this address.")
            others = [StatementId(first_stand(reader, found[0]))]
        elif action == "different" and stand is not None:
            kept = reader.claim(stand[0])
            others = [s.statement for s in (kept.stands if kept else ()) if s.statement != statement_id][:MOST_PARTS]
        else:
            raise HTTPException(422, "Two statements are on the same claim, or on different ones.")
        pairs = [(statement_id, each) for each in others]
        decisions = [judging.on_pair(reader, decider, Subject.CLAIM, pair, action, reason) for pair in pairs]
    return _append(request, decisions, None, onward)


def _claim_id(given: str) -> ClaimId:
    return ClaimId(given.strip().rstrip("/").rsplit("/", 1)[-1])


@router.post("/review/change/{change_id}")
def judge_change(
    request: Request,
    change_id: str,
    decider: DeciderHere,
    action: Text,
    after: Text = "",
    onward: Onward = "/changes",
    reason: Text = "",
) -> Response:
    """Accept a change of position, or say that it is none."""
    if action not in ("accept", "reject"):
        raise HTTPException(422, "A change is accepted or rejected.")
    review = Review.ACCEPTED if action == "accept" else Review.REJECTED
    with desk_of(request).record.reader.snapshot() as reader:
        change = reader.change(change_id)
        if change is None:
            raise HTTPException(404)
        decision = judging.on_change(reader, decider, change, review, reason)
    return _append(request, [decision], after, onward)


@router.post("/review/article/{article_id}")
def judge_article(
    request: Request,
    article_id: str,
    decider: DeciderHere,
    published: Text = "",
    publisher: Text = "",
    byline: Text = "",
    after: Text = "",
    reason: Text = "",
) -> Response:
    """Another date, publisher or byline: the article is read again with it, so that relative dates follow. A form that is
    out of date is refused, with both values shown."""
    desk = desk_of(request)
    kept = article_of(desk, article_id)
    cleaned = {"published": published, "publisher": publisher, "byline": byline}
    values = {field: " ".join(value.split()) or None for field, value in cleaned.items()}
    values["published"] = Defaults(published=values["published"]).published
    changed = {field: value for field, value in values.items() if value != getattr(kept.article, field)}
    decisions = [judging.on_article(kept, field, value, decider, reason) for field, value in changed.items()]
    answer = _append(request, decisions, after, f"/articles/{article_id}")
    if decisions and answer.status_code == HTTPStatus.SEE_OTHER:
        desk.read_again(desk.record.writer.as_judged(kept.article))
        desk.settle(*decisions)
    return answer


@router.post("/review/remove/{article_id}")
def remove(request: Request, article_id: str, decider: DeciderHere, reason: Text, sure: Text = "") -> Response:
    """Delete an article for good. One line stays: that it was removed, when, by whom and why."""
    desk = desk_of(request)
    kept = article_of(desk, article_id)
    if sure != "yes" or not reason.strip():
        raise HTTPException(422, "To remove an article for good takes a reason, and to say that you are sure.")
    versions = [
        each.article.id for each in desk.record.reader.articles(newest=False) if each.article.ref == kept.article.ref
    ]
    lines = tuple(judging.decided(decider, id_, (REMOVED, None, REMOVED), " ".join(reason.split())) for id_ in versions)
    desk.record.remove(kept.article.ref, lines)
    desk.settle(*lines)
    return RedirectResponse("/articles", status_code=303)


def _append(request: Request, decisions: list[Judgement], after: str | None, onward: str) -> Response:
    desk = desk_of(request)
    try:
        for decision in decisions:
            desk.record.judgements.append(decision, after=after)
            after = None if after is None or decision.field == judging.SPANS else decision.id
    except StaleJudgementError as error:
        context = {"newer": error.newer, "refused": error.refused, "next": local(onward)}
        return pages_of(request)(request, "stale.html", context, 409)
    except JudgementError as error:
        raise HTTPException(422, str(error)) from error
    desk.settle(*decisions)
    return RedirectResponse(local(onward), status_code=303)
