"""An affair of two articles whose links were made by hand, so that tests of views depend on no reader and no linker.

Quill (through Clerk Brand) denies, then is unsure whether the harbour contract was signed; Rowe affirms it. Rowe and
Quill met. Nothing here hangs on how well anything was read.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kept_links import keep_links

from onrecord.record import open_record
from onrecord.vocabulary import (
    Article,
    Basis,
    Change,
    ChangeKind,
    Channel,
    Claim,
    ClaimId,
    Conflict,
    Contact,
    Event,
    Form,
    Interval,
    Kind,
    Linked,
    LinkedContact,
    LinkedEvent,
    LinkedParty,
    Origin,
    Party,
    PartyId,
    PartyKind,
    Passage,
    Position,
    Reading,
    Run,
    Said,
    Side,
    Span,
    Stance,
    Stand,
    Statement,
)

RUN = Run(model="hand", code="1")

LAMP = Article(
    ref="lamp-1",
    url="https://lamp.example/harbour?id=1",
    publisher="The Lamp",
    title="Who signed the harbour contract?",
    published="2031-03-04",
    text="“The contract was signed in May,” Inspector Rowe said on Tuesday.\n\n"
    "“I signed nothing,” Mayor Ada Quill told <The Lamp>. Rowe met Quill on Monday.",
)
QUAY = Article(
    ref="quay-1",
    publisher="The Quay",
    title="Mayor not certain",
    published="2031-03-09",
    text="The mayor could not be certain that nothing was signed, Clerk Brand said on Saturday.\n\n"
    "The contract was signed in May, Inspector Rowe said again. Quill resigned on Sunday.",
)


def day(number: int) -> Interval:
    return Interval(date(2031, 3, number), date(2031, 3, number), "day")


def span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def party(article: Article, name: str, role: str) -> Party:
    mention = span(article, name)
    return Party(article.id, name, PartyKind.PERSON, (mention,), (name,), (role,))


ROWE_1, QUILL_1 = party(LAMP, "Rowe", "Inspector"), party(LAMP, "Ada Quill", "Mayor")
ROWE_2, QUILL_2, BRAND = party(QUAY, "Rowe", "Inspector"), party(QUAY, "Quill", "mayor"), party(QUAY, "Brand", "Clerk")


def statement(
    article: Article, speaker: Party, cue: str, content: str, on: int, *, stance: Stance, principal: Party | None = None
) -> Statement:
    return Statement(
        article=article.id,
        source=speaker.mentions[0],
        cue=span(article, cue),
        content=(span(article, content),),
        form=Form.DIRECT if content.startswith("“") else Form.INDIRECT,
        kind=Kind.SAID,
        stance=stance,
        speaker=speaker.id,
        on_behalf_of=principal.id if principal else None,
        said=Said(day(on), Basis.WEEKDAY),
        confidence=0.9,
    )


SIGNED = statement(LAMP, ROWE_1, "said", "“The contract was signed in May,”", 4, stance=Stance.ASSERTS)
NOTHING = statement(LAMP, QUILL_1, "told", "“I signed nothing,”", 4, stance=Stance.DENIES)
UNSURE = statement(
    QUAY, BRAND, "said", "could not be certain that nothing was signed", 8, stance=Stance.HEDGES, principal=QUILL_2
)
AGAIN = statement(QUAY, ROWE_2, "said again", "The contract was signed in May", 8, stance=Stance.ASSERTS)

ROWE, QUILL, CLERK = PartyId("q-rowe"), PartyId("q-quill"), PartyId("q-brand")
CLAIM = ClaimId("c-signed")

STANDS = (
    Stand(SIGNED.id, Side.AFFIRMS, ROWE, day(4)),
    Stand(NOTHING.id, Side.DENIES, QUILL, day(4)),
    Stand(UNSURE.id, Side.UNSURE, QUILL, day(8)),
    Stand(AGAIN.id, Side.AFFIRMS, ROWE, day(8)),
)
MET = Contact(LAMP.id, (ROWE_1.id, QUILL_1.id), span(LAMP, "Rowe met Quill on Monday"), Channel.IN_PERSON, day(3))
RESIGNED = Event(QUAY.id, day(9), span(QUAY, "Quill resigned on Sunday"), (QUILL_2.id,))

LINKED = Linked(
    parties=(
        LinkedParty(
            QUILL, "Ada Quill", PartyKind.PERSON, ("Ada Quill", "Quill"), ("Mayor",), (QUILL_1.id, QUILL_2.id), (), False,
            ("the same surname and office",), 2, 2,
        ),
        LinkedParty(CLERK, "Brand", PartyKind.PERSON, ("Brand",), ("Clerk",), (BRAND.id,), (), False, (), 1, 1),
        LinkedParty(
            ROWE, "Rowe", PartyKind.PERSON, ("Rowe",), ("Inspector",), (ROWE_1.id, ROWE_2.id), (), False, (), 2, 2
        ),
    ),
    party_of={QUILL_1.id: QUILL, QUILL_2.id: QUILL, ROWE_1.id: ROWE, ROWE_2.id: ROWE, BRAND.id: CLERK},
    claims=(Claim(CLAIM, "The contract was signed in May", STANDS),),
    positions=(Position(QUILL, CLAIM, STANDS[1:3]), Position(ROWE, CLAIM, (STANDS[0], STANDS[3]))),
    changes=(Change(QUILL, CLAIM, ChangeKind.WALK_BACK, STANDS[1], STANDS[2], 0.8),),
    conflicts=(Conflict(CLAIM, (ROWE,), (QUILL,), (SIGNED.id, NOTHING.id, AGAIN.id)),),
    origins=(
        Origin(CLAIM, Side.AFFIRMS, ((SIGNED.id, AGAIN.id),), "Rests on Rowe; the same source each time is counted once."),
        Origin(CLAIM, Side.DENIES, ((NOTHING.id,),), "Rests on Ada Quill."),
    ),
    contacts=(LinkedContact((ROWE, QUILL), Channel.IN_PERSON, day(3), (Passage(LAMP.id, MET.span),), 0.7),),
    events=(LinkedEvent(day(9), (QUILL,), (Passage(QUAY.id, RESIGNED.span),)),),
)  # fmt: skip


def write_affair(path: Path) -> Path:
    """Make the record of the affair at `path`."""
    readings = (
        Reading(LAMP, (SIGNED, NOTHING), RUN, (ROWE_1, QUILL_1), (MET,), ()),
        Reading(QUAY, (UNSURE, AGAIN), RUN, (ROWE_2, QUILL_2, BRAND), (), (RESIGNED,)),
    )
    with open_record(path) as record:
        for reading in readings:
            record.writer.write(reading)
        keep_links(record, LINKED)
    return path
