"""A claim's text: the plain affirmative sentence of whoever put it most clearly, with its references resolved."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.linking.claims.sides import leaning
from onrecord.linking.what.propositions import Proposition
from onrecord.linking.what.sentences import Likeness
from onrecord.vocabulary import Form, PartyId, PartyKind, Side, Stance, StatementId

_EDGES = " \n\t“”\"‘’'…,;:.—–-"
_GERUND = re.compile(r"^(having|being|(\w+)ing)\b\s*", re.I)
_DONE_BY_WHO_SPEAKS = re.compile(
    r"\b(?:deni|deny|admit|acknowledg|recall|remember|confess|mention|confirm|regret|recount)", re.I
)
"""After these "meeting Bo Tan" is what the speaker did; after "opposed" or "criticized" it is not."""
_DONE_TO_COME = re.compile(
    r"\b(?:promis|vow|pledg|agree|offer|plan|threaten|refus|declin|decid|intend|hop|aim|want|swor|swear|expect|volunteer|prepar)",
    re.I,
)
"""After these "to sell the mill" is what the speaker would do; after "responded" or "referred" it is no doing at all."""
_HE = re.compile(r"^(?:he|she)\b", re.I)
_IT_DOES = re.compile(
    r"^it\b(?!['’]s\b|\s+(?:\w+ly\s+)?(?:is|was|were|has\s+been|had\s+been|seem\w*|appear\w*)\b)", re.I
)
"""An "it" that does something may be whoever speaks; one that is so or so is mostly what is spoken of."""
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|we|us|our)\b")
_NEVER = re.compile(r"\b(had|has|have|was|were|is|are|would|will|could)\s+(?:never|not)\s+", re.I)
_THERE_IS_NO = re.compile(r"\b(there\s+(?:was|is|had\s+been|has\s+been|were|are))\s+no\s+(\w+)", re.I)
_OF_I = {
    "am": "is",
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "'m": " is",
    "’m": " is",
    "'ve": " has",
    "’ve": " has",
}
_I = re.compile(r"\bI\b(\s+(?:am|have|do)\b|['’](?:m|ve)\b)?")
_SPOKEN = re.compile(
    r"\bI (?P<between>(?:just|also|really|still|never|always|only|certainly|actually) )?(?P<verb>agree|believe|doubt|expect|feel"
    r"|find|get|guess|hope|intend|know|like|look|love|mean|need|plan|regret|remember|say|see|stand|support|take|think"
    r"|trust|understand|want|wish|don['’]t|haven['’]t)\b"
)
_OF_DO = {"don't": "doesn’t", "don’t": "doesn’t", "haven't": "hasn’t", "haven’t": "hasn’t"}
_SHORT = re.compile(r"^['’](?P<what>s|d|ll)(?= (?P<next>\w+))")
_BEGUN = re.compile(r"^(?:and|but|so|or|yet|well|because),?\s+", re.I)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|do|does|did|will|would|can|could|may|might|must|should|shall|knew|met|saw|took"
    r"|gave|told|went|came|sold|bought|wrote|sent|lost|made|found|broke|fell|ran|began|got|kept|hid|lied|rose|drove|said|says"
    r"|won|became|spoke|grew|stood|thought|felt|left|paid|led|held|needs?|wants?|knows?|thinks?|believes?|seems?|appears?)\b"
    r"|n[’']t\b|['’](?:s|re|ve|ll|d) |\w{3,}ed (?!by\b)",
    re.I,
)
_RELATIVE = re.compile(r"\b(?:that|who|whom|whose|which|what|when|where|why|how|as|if|because|after|before)\b", re.I)
_NOUN = re.compile(
    r"\b(?:views?|claims?|statements?|comments?|remarks?|criticisms?|opposition|belief|beliefs|support|accusations?|attacks?"
    r"|perspective|aside|calls?|complaints?|explanations?|insistence|assertions?|allegations?|warnings?|plans?|message)\b",
    re.I,
)
_SAYS = re.compile(r"\b(?:says?|said|saying|adds|added|adding|argues?|argued|insists?|insisted)$", re.I)
"""After these stands a sentence."""
_AUXILIARY = re.compile(r"^(?:has|have|had|is|are|was|were|will|would|did|does|do)\b", re.I)
_WE = re.compile(r"\b[Ww]e\b(\s+(?:are|were|have|do)\b|['’]ve\b)?")
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|\w+(?:ed|ing)|knew|met|saw|took|gave|told"
    r"|went|came|sold|bought|paid|wrote|read|sent|held|left|lost|made|found|broke|fell|ran|began|got|put|set|let|cut|kept|hid|lied|rose|drove)\b"
    r"|n[’']t\b",
    re.I,
)
_FRAGMENT = re.compile(
    r"^\W*(?:and|but|or|because|which|who|of|in|at|by|from|for|with|on|as|if|whether|to|why|how|when|where|what)\b|…",
    re.I,
)
_UNNAMED = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|its|their|this|client|that one|these|those|there|one)\b", re.I
)
_LEFT_OPEN = re.compile(r"^(?:he|she|it|they|this|these|those)\b", re.I)
"""How a sentence begins of which nobody can tell what it is about."""

_IN_FAVOUR: Mapping[Side, float] = {Side.AFFIRMS: 3.0, Side.DENIES: 1.5, Side.UNSURE: 0.5, Side.DECLINES: 0.0}
_SENTENCES = re.compile(r"(?<=[a-z]{4}[.!?])\s+(?=[A-Z])|['’]*\s+…\s+['‘]*(?=[A-Z])")
"""Where one ends, also where who says it stands between two."""
_SECOND_CLAUSE = re.compile(r",?\s+and\s+that\b", re.I)
BEST_WORDS = range(5, 19)
MIDDLE = 3.0
"""How much it counts that a sentence is like the others of its claim (training/LOG.md, 2026-12-01)."""

_ADDRESSED = re.compile(r"\b(?:I|me|my|myself|we|us|our|you|your)\b", re.I)
_NAMED = re.compile(r"(?<!^)\b[A-Z][a-z]+")
MOST_NAMES = 2


@dataclass(frozen=True, slots=True)
class Called:
    """What a party is called, and which pronouns may stand for it."""

    name: str
    kind: PartyKind


def word_claim(told: Sequence[tuple[Proposition, Side]], names: Mapping[PartyId, Called], alike: Likeness) -> str:
    """The text of a claim out of its propositions and their sides."""
    central = alike.centralities([each.id for each, _ in told])
    _, _, best, side = max(
        (
            (
                _clearness(each, side, plain_sentence(each, names), alike) + MIDDLE * middle,
                _reverse(each.id),
                each,
                side,
            )
            for (each, side), middle in zip(told, central, strict=True)
        ),
        key=lambda candidate: candidate[:2],
    )
    sentence = plain_sentence(best, names)
    return _affirmed(sentence) if side is Side.DENIES else sentence


def _affirmed(sentence: str) -> str:
    """The sentence without its "never" or "no", where taking it out leaves one."""
    return _THERE_IS_NO.sub(_there_is, _NEVER.sub(r"\1 ", sentence, count=1), count=1)


def _there_is(match: re.Match[str]) -> str:
    there, thing = match.groups()
    article = "" if thing.endswith("s") else "an " if thing[0] in "aeiou" else "a "
    return f"{there} {article}{thing}"


def _reverse(id_: StatementId) -> tuple[int, ...]:
    """Orders ids backwards, so that the smaller wins a tie."""
    return tuple(-ord(character) for character in id_)


def _clearness(each: Proposition, side: Side, sentence: str, alike: Likeness) -> float:
    """How well a proposition would do as the claim's sentence, wherever it lies: affirmative, plain, short, nobody left open."""
    score = _IN_FAVOUR[side] + (_leaning(each, alike) if side is Side.AFFIRMS else 0.0)
    words = each.text.split()
    if len(words) not in BEST_WORDS:
        score -= 3.0 if len(words) < BEST_WORDS.start else 0.1 * (len(words) - BEST_WORDS.stop + 1)
    score += 1.0 if each.statement.form is Form.INDIRECT else 0.0
    score -= 1.0 if _FIRST_PERSON.search(each.text) else 0.0
    score -= 1.5 if _FRAGMENT.search(each.text) or not _VERB.search(each.text) else 0.0
    score -= 0.0 if _is_clause(each, sentence) else 2.0
    score -= 0.5 * len(_UNNAMED.findall(sentence))
    score -= 1.0 if _ADDRESSED.search(sentence) else 0.0
    score -= 1.0 * max(0, len(_I.findall(each.text)) - 1)
    score += 0.5 * min(MOST_NAMES, len(_NAMED.findall(sentence)))
    score -= 1.5 if _LEFT_OPEN.search(sentence) else 0.0
    return score


def _leaning(each: Proposition, alike: Likeness) -> float:
    return max(-2.0, min(2.0, leaning(each, alike)))


def plain_sentence(each: Proposition, names: Mapping[PartyId, Called]) -> str:
    """The content as a sentence that stands by itself: without "that", pronouns of the speaker as names."""
    text = " ".join(each.text.split()).strip(_EDGES)
    text = re.sub(r"^(?:that|whether|if|how)\s+", "", text, flags=re.I)
    text = re.sub(r"[“”\"]|''", "", text)
    text = _SECOND_CLAUSE.split(text, maxsplit=1)[0]
    text = _BEGUN.sub("", _plainest(_SENTENCES.split(text)))
    speaker = names.get(each.principal) if each.principal else None
    if speaker and not _is_clause(each, text) and (told := _as_told(each, text, speaker)):
        text = told
    elif speaker:
        text = _in_own_words(each, text, speaker) if each.statement.form is Form.DIRECT else _told(each, text, speaker)
    text = text.strip(_EDGES)
    return text[:1].upper() + text[1:] if text else each.text


def _plainest(sentences: Sequence[str]) -> str:
    """The first of several that has enough words to stand by itself."""
    return next((each for each in sentences if len(each.split()) >= BEST_WORDS.start), " ".join(sentences))


def _in_own_words(each: Proposition, text: str, speaker: Called) -> str:
    """A quotation with a name for "I", and for the "we" of a body; a spokesperson's "I" is not whom he speaks for."""
    if each.principal == each.speaker:
        text = _SPOKEN.sub(lambda match: _of_third_person(match, speaker.name), text)
        text = _I.sub(lambda match: speaker.name + _third_person(match.group(1) or ""), text)
        text = re.sub(r"\bmy\b", f"{speaker.name}’s", text, count=1, flags=re.I)
    if speaker.kind is not PartyKind.PERSON:
        text = _WE.sub(lambda match: speaker.name + _third_person(match.group(1) or ""), text)
        text = re.sub(r"\bour\b", f"{speaker.name}’s", text, count=1, flags=re.I)
    return text


def _told(each: Proposition, text: str, speaker: Called) -> str:
    """A paraphrase with a name for its subject, where that can be no other than who speaks."""
    match = _GERUND.match(text)
    if match and (match[2] is None or _DONE_BY_WHO_SPEAKS.search(each.cue)):
        verb = match.group(1).lower()
        said = {"having": "had", "being": "was"}.get(verb, f"was {verb}")
        return f"{speaker.name} {said} {text[match.end() :]}"
    pronoun = _HE if speaker.kind is PartyKind.PERSON else _IT_DOES
    if (match := pronoun.match(text)) and _is_told_first(each):
        return speaker.name + _SHORT.sub(_in_full, text[match.end() :])
    is_to_come = text.startswith("to ") and each.statement.stance not in {Stance.URGES, Stance.ASKS}
    if is_to_come and (each.statement.stance is Stance.VOWS or _DONE_TO_COME.search(each.cue)):
        return f"{speaker.name} would {text[3:]}"
    return text


def _is_told_first(each: Proposition) -> bool:
    """Whether it says who speaks before it says what: in "He was late, Orr said" he is another."""
    cue, content = each.statement.cue, each.statement.content[0]
    return cue is None or cue.start < content.start


def _in_full(match: re.Match[str]) -> str:
    """What is shortened behind a pronoun as it stands behind a name."""
    is_done = match["next"].endswith(("ed", "en")) or match["next"] in {"got", "had", "made"}
    return {"s": " has" if is_done else " is", "d": " had" if is_done else " would", "ll": " will"}[match["what"]]


def _of_third_person(match: re.Match[str], name: str) -> str:
    """ "I hope" as it stands after a name."""
    verb = match["verb"]
    return f"{name} {match['between'] or ''}{_OF_DO.get(verb, verb + 's')}"


def _is_clause(each: Proposition, text: str) -> bool:
    """Whether it is put forward as a whole sentence, with a verb of its own, and not as a thing or a doing."""
    if re.match(r"(?:that|whether)\b", each.text.strip(_EDGES), re.I):
        return True
    if _SAYS.search(each.cue) and not text.startswith("to "):
        return True
    head = _RELATIVE.split(text, maxsplit=1)[0]
    return _FINITE.search(head + " ") is not None or (each.statement.form is Form.DIRECT and len(text.split()) > 2)


def _as_told(each: Proposition, text: str, speaker: Called) -> str | None:
    """What is no sentence by itself, with who says it and how: "Bo Tan opposed the sale". None where it is denied, or where
    its words do not stand in this order."""
    source, cue, content = each.statement.source, each.statement.cue, each.statement.content[0]
    is_urged = text.startswith("to ") and each.statement.stance is Stance.URGES
    if source is None or cue is None or each.statement.on_behalf_of or " … " in text or is_urged:
        return None
    is_in_order = 0 < cue.start - source.end <= 2 and 0 < content.start - cue.end <= 2
    is_verb = len(each.cue) > 3 and each.cue[0].islower() and (_AUXILIARY.match(each.cue) or not _NOUN.search(each.cue))
    if not (is_in_order and is_verb) or each.statement.stance not in {Stance.ASSERTS, Stance.URGES, Stance.VOWS}:
        return None
    return f"{speaker.name} {' '.join(each.cue.split())} {text}"


def _third_person(verb: str) -> str:
    """ "have" as it stands after a name."""
    word = verb.strip()
    return verb.replace(word, _OF_I[word]) if word else ""
