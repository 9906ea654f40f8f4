"""Reports, letters and posts as sources: whose they are, since words on paper are somebody's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.attribution.who.cast import Figure
from onrecord.attribution.who.coreference import Casting
from onrecord.attribution.who.descriptions import Description
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.phrases import figure_of
from onrecord.attribution.who.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, VERBS
from onrecord.vocabulary import Form, Span, Statement

_WRITTEN_BY = re.compile(r"\b(?:by|from)\s+(?=\S)")
_BY = listed("by from of")
_WRITTEN = listed(
    "published issued written released compiled commissioned filed sent signed prepared produced drafted obtained"
)


def author_of(
    casting: Casting, figure: Figure, phrase: Span | None, told: Sequence[tuple[Statement, Figure | None]] = ()
) -> Figure | None:
    """Who is responsible for what a document says: named in the phrase itself, or where the article speaks of it elsewhere."""
    if not figure.is_document:
        return None
    named = _WRITTEN_BY.search(phrase.of(casting.page.text)) if phrase else None
    if named and phrase:
        author = figure_of(casting, Span(phrase.start + named.end(), phrase.end))
        if author is not None and author is not figure:
            return author
    for description in figure.descriptions:
        author = (
            casting.owner_of(description)
            or _named_by(casting, description)
            or _sent_by(casting, description)
            or _that_one_sent(casting, description)
            or _wrote_before(casting, description)
        )
        if author is not None and author is not figure:
            return author
    return _who_spoke_in_it(casting, figure, told)


_IT_READS = re.compile(r"^(?:it|this)$", re.I)
_READS = re.compile(
    r"\b(?:read|reads|ran|runs|began|begins|says|said|tells|concludes|concluded|pleads|pleaded|warns|warned)$", re.I
)
_MESSAGES = listed(
    "letter note message text e-mail email statement memo memorandum tweet post telegram fax card postcard cable whatsapp reply"
)


def document_before(casting: Casting, statement: Statement) -> Figure | None:
    """The message that "it" is where the sentence before was about one: "... sent us a text. 'Not in my office,' it read"."""
    page, source, cue = casting.page, statement.source, statement.cue
    if (
        source is None
        or cue is None
        or not _IT_READS.match(source.of(page.text))
        or not _READS.search(cue.of(page.text))
    ):
        return None
    if not cue.of(page.text).lower().startswith(("read", "ran", "runs")) and statement.form is Form.INDIRECT:
        return None
    here = page.words[page.place(statement.start)]
    messages = [
        d
        for d in casting.descriptions
        if d.noun in _MESSAGES | {"report"}
        and d.head in casting.cast.at
        and not page.words[d.head].quoted
        and page.words[d.head].paragraph == here.paragraph
        and 0 < here.sentence - page.words[d.head].sentence <= 2
    ]
    figure = casting.cast.at[messages[-1].head] if messages else None
    return figure if figure is not None and figure.is_document else None


_COUNTS = listed("result data figure number statistic record census ranking list")
"""What is counted or kept, not written by whoever speaks of it."""


def _who_spoke_in_it(
    casting: Casting, figure: Figure, told: Sequence[tuple[Statement, Figure | None]]
) -> Figure | None:
    """Who said something in the sentence that brings the document up: "Ann Lee wrote in an e-mail ... The e-mail said"."""
    page = casting.page
    if {d.noun for d in figure.descriptions} <= _COUNTS:
        return None
    sentences = {page.words[d.head].sentence for d in figure.descriptions}
    for statement, speaker in reversed(told):
        anchor = statement.cue or statement.source
        if anchor is None or speaker is None or speaker.is_document:
            continue
        if page.words[min(page.place(anchor.start), len(page.words) - 1)].sentence in sentences:
            return speaker
    return None


_SENDS = listed(
    "sent sends issued issues wrote writes posted posts released fired left published circulated handed answered answers replied replies"
    " responded responds"
)


def _sent_by(casting: Casting, description: Description) -> Figure | None:
    """Who sends it in the sentence that brings it up: "Ann Lee sent the board a text"."""
    page, first = casting.page, description.first
    subject = casting.subjects.get(page.words[first].sentence)
    if subject is None or subject >= first or subject not in casting.cast.at:
        return None
    between = {page.lower(at) for at in range(subject + 1, first)}
    return casting.cast.at[subject] if between & _SENDS and not between & _RECEIVES else None


_ACCOUNTS = listed("account version report statement list document")
_GIVES = _SENDS | listed("gave gives made makes signed signs filed files kept keeps submitted delivered")


def _that_one_sent(casting: Casting, description: Description) -> Figure | None:
    """Who sent it by the words right behind it: "a text message that he sent on Tuesday", "an account she gave"."""
    page, at = casting.page, description.head + 1
    if description.noun not in _MESSAGES | _ACCOUNTS:
        return None
    at += page.lower(at) in {"that", "which"}
    for place in range(at, at + 4):
        if place in casting.cast.at:
            told = {page.lower(after) for after in range(place + 1, place + 3)}
            return casting.cast.at[place] if told & _GIVES else None
        if not 0 <= place < len(page.words) or not page.words[place].is_word or page.lower(place) in PREPOSITIONS:
            return None
    return None


_WRITES = listed("wrote writes texted e-mailed emailed messaged")


def _wrote_before(casting: Casting, description: Description) -> Figure | None:
    """Who is said to have written in the sentence before: "Ann Lee wrote to all staff. We have the e-mail"."""
    page = casting.page
    here = page.words[description.head]
    if description.noun not in _MESSAGES or not description.is_definite:
        return None
    subject = casting.subjects.get(here.sentence - 1)
    if subject is None or page.words[subject].paragraph != here.paragraph or page.words[subject].quoted:
        return None
    told = {page.lower(at) for at in range(subject + 1, min(subject + 8, len(page.words)))}
    figure = casting.cast.at.get(subject)
    return figure if figure is not None and told & _WRITES and not figure.is_document else None


_RECEIVES = listed("was were been received got who which that")


def _named_by(casting: Casting, description: Description) -> Figure | None:
    """The author after "by" or "from": "a report published by the Post", "an e-mail on the eve of the fall from Ann Lee"."""
    page = casting.page
    at = description.head + 1
    while (
        page.lower(at) in _WRITTEN
        or page.lower(at).endswith("ly")
        or page.lower(at) in {"that", "was", "last", "week", "month", "year"}
    ):
        at += 1
    if page.lower(at) not in _BY:
        at = _further_by(casting, at, description)
    if page.lower(at) not in _BY:
        return None
    for place in range(at + 1, min(at + 8, len(page.words))):
        if place in casting.cast.at:
            return casting.cast.at[place]
        if page.lower(place) in PREPOSITIONS:
            return None
    return None


def _further_by(casting: Casting, at: int, description: Description) -> int:
    """The place of a "from" that follows a message after some words of time and matter, or of its coming, no other verb and no
    mark between: "an e-mail on the eve of the fall from Ann Lee", "a statement has just arrived from her lawyer"."""
    page = casting.page
    if description.noun not in _MESSAGES:
        return at
    for place in range(at, min(at + 9, len(page.words))):
        word = page.lower(place)
        is_verb = word in VERBS and page.lower(place - 1) not in DETERMINERS
        if not page.words[place].is_word or ((is_verb or word in AUXILIARIES) and word not in _COMES):
            return at
        if word == "from":
            return place
    return at


_COMES = listed("has have had is was came come comes arrived arrives dropped drops landed lands emerged")
