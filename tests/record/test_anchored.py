"""Decisions on parties, claims and changes stand on words: ids that are others tomorrow, or elsewhere, lose none of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.pipeline import bring_links_up_to_date
from onrecord.record import DIFFERENT, SAME, Record, Subject
from onrecord.views import judging
from onrecord.views.judging import Decider
from onrecord.vocabulary import Article, Party, PartyId, Reading, Review, Span, StatementId

from .test_links import DENIED, SAID, linked  # noqa: F401

RITA = Decider("Rita")


def moved(read: Reading, before: str, *, text: str | None = None) -> Reading:
    """The same reading of a version that has other words before it: every id in it is another."""
    article = replace(read.article, text=before + (text or read.article.text))

    def later(span: Span | None) -> Span | None:
        return span and span.shifted(len(before))

    parties = {
        p.id: replace(p, article=article.id, mentions=tuple(m.shifted(len(before)) for m in p.mentions))
        for p in read.parties
    }
    statements = tuple(
        replace(
            s,
            article=article.id,
            source=later(s.source),
            cue=later(s.cue),
            content=tuple(piece.shifted(len(before)) for piece in s.content),
            speaker=parties[s.speaker].id if s.speaker else None,
        )
        for s in read.statements
    )
    return Reading(article, statements, read.run, tuple(parties.values()))


NEWER = moved(DENIED, "Corrected. ")


def marsh(read: Reading) -> PartyId:
    return read.parties[0].id


@pytest.mark.parametrize("field", [SAME, DIFFERENT])
def test_what_was_decided_of_parties_stands_in_a_new_version(linked: Record, field: str) -> None:  # noqa: F811
    pair = (marsh(DENIED), marsh(SAID))
    linked.judgements.append(judging.on_pair(linked.reader, RITA, Subject.PARTY, pair, field))
    linked.writer.write(NEWER)
    decisions = linked.links.decisions()
    decided = decisions.same_parties if field == SAME else decisions.different_parties
    assert decided == {frozenset({marsh(NEWER), marsh(SAID)})}
    assert linked.reader.lost_decisions() == ()


def test_what_was_decided_of_parties_stands_in_another_record_that_reads_names_otherwise(
    linked: Record,  # noqa: F811
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    from onrecord.record import open_record

    pair = (marsh(DENIED), marsh(SAID))
    judgement = judging.on_pair(linked.reader, RITA, Subject.PARTY, pair, DIFFERENT)
    row = judging.judgement_row(judgement)
    surname = Party(SAID.article.id, "Marsh", SAID.parties[0].kind, mentions=(Span(6, 11),))
    statement = replace(SAID.statements[0], speaker=surname.id)
    with open_record(tmp_path_factory.mktemp("other") / "onrecord.db") as elsewhere:
        elsewhere.writer.write(NEWER)
        elsewhere.writer.write(Reading(SAID.article, (statement,), SAID.run, (surname,)))
        elsewhere.judgements.append(judging.judgement_of(row))
        assert elsewhere.links.decisions().different_parties == {frozenset({marsh(NEWER), surname.id})}


def test_what_was_decided_of_claims_stands_when_statements_are_read_with_other_edges(linked: Record) -> None:  # noqa: F811
    one, other = DENIED.statements[0], SAID.statements[0]
    linked.judgements.append(judging.on_pair(linked.reader, RITA, Subject.CLAIM, (one.id, other.id), DIFFERENT))
    wider = replace(other, content=(Span(other.content[0].start - 4, other.content[0].end),))
    linked.writer.write(replace(SAID, statements=(wider,)), again=True)
    assert linked.links.decisions().different_claims == {frozenset({one.id, wider.id})}


def test_what_was_said_of_a_change_stands_when_its_claim_is_called_otherwise(linked: Record) -> None:  # noqa: F811
    (change,) = linked.reader.changes()
    linked.judgements.append(judging.on_change(linked.reader, RITA, change, Review.REJECTED))
    linked.writer.write(NEWER)
    bring_links_up_to_date(linked.links)
    (now,) = linked.reader.changes()
    assert now.id != change.id
    assert now.before.statement == NEWER.statements[0].id
    assert linked.reader.change_reviews() == {now.id: Review.REJECTED}


def test_what_is_followed_is_followed_under_its_new_name(linked: Record) -> None:  # noqa: F811
    linked.judgements.append(judging.followed(linked.reader, RITA, Subject.PARTY, marsh(DENIED)))
    linked.judgements.append(judging.followed(linked.reader, RITA, Subject.CLAIM, DENIED.statements[0].id))
    assert not linked.links.are_stale()
    linked.writer.write(NEWER)
    bring_links_up_to_date(linked.links)
    party, claim = linked.reader.following()
    assert linked.reader.linked_party(PartyId(party.id)).name == "Elena Marsh"  # type: ignore[union-attr]
    assert claim.id == linked.reader.stands_of([NEWER.statements[0].id])[NEWER.statements[0].id][0]
    linked.judgements.undo(party.judgement, who="Rita", at="2031-04-01")
    assert [each.kind for each in linked.reader.following()] == [Subject.CLAIM]


def test_a_decision_whose_words_are_gone_is_kept_and_told(linked: Record) -> None:  # noqa: F811
    pair = (DENIED.statements[0].id, SAID.statements[0].id)
    decision = linked.judgements.append(judging.on_pair(linked.reader, RITA, Subject.CLAIM, pair, SAME))
    linked.writer.write(Reading(Article("1", "All of it was withdrawn."), (), DENIED.run))
    assert linked.links.decisions().same_claims == frozenset()
    assert linked.reader.lost_decisions() == (decision,)


def test_what_is_removed_for_good_takes_decisions_that_quote_it_along(linked: Record) -> None:  # noqa: F811
    pair = (marsh(DENIED), marsh(SAID))
    linked.judgements.append(judging.on_pair(linked.reader, RITA, Subject.PARTY, pair, SAME))
    linked.remove(SAID.article.ref, ())
    assert list(linked.judgements.all()) == []


def test_a_log_of_an_earlier_version_names_ids_alone(linked: Record) -> None:  # noqa: F811
    judgement = judging.on_pair(
        linked.reader, RITA, Subject.CLAIM, (DENIED.statements[0].id, SAID.statements[0].id), SAME
    )
    linked.judgements.append(replace(judgement, evidence=None, new=str(SAID.statements[0].id)))
    pair = frozenset({StatementId(DENIED.statements[0].id), StatementId(SAID.statements[0].id)})
    assert linked.links.decisions().same_claims == {pair}


def test_a_party_that_only_people_named_is_found_by_its_name(linked: Record) -> None:  # noqa: F811
    statement = SAID.statements[0]
    case = judging.case_of(linked.reader, statement.id)
    assert case is not None
    linked.judgements.append(case.corrected(RITA, "speaker", "Nora Vane"))
    (named,) = (party for party in linked.reader.parties(SAID.article.id) if party.name == "Nora Vane")
    pair = (marsh(DENIED), named.id)
    judgement = linked.judgements.append(judging.on_pair(linked.reader, RITA, Subject.PARTY, pair, SAME))
    assert judging.judgement_row(judgement)["evidence"]["source"] == "Elena Marsh"
    linked.writer.write(NEWER)
    assert linked.links.decisions().same_parties == {frozenset({marsh(NEWER), named.id})}
    assert linked.reader.lost_decisions() == ()
