"""A claim's text: the plain affirmative sentence of whoever put it most clearly, with its references resolved."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from onrecord.linking.propositions import Proposition
from onrecord.linking.sentences import Likeness
from onrecord.linking.sides import leaning
from onrecord.vocabulary import Form, PartyId, Side, StatementId

_EDGES = " \n\t“”\"‘’'…,;:.—–-"
_GERUND = re.compile(r"^(having|being|(\w+)ing)\b\s*", re.I)
_SUBJECT = re.compile(r"^(?:he|she|it|I|we)\b", re.I)
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|we|us|our)\b")
_NEVER = re.compile(r"\b(had|has|have|was|were|is|are|would|will|could)\s+(?:never|not)\s+", re.I)
_THERE_IS_NO = re.compile(r"\b(there\s+(?:was|is|had\s+been|has\s+been|were|are))\s+no\s+(\w+)", re.I)
_OF_I = {"am": "is", "have": "has", "do": "does", "'m": " is", "’m": " is", "'ve": " has", "’ve": " has"}
_I = re.compile(r"\b(?:I|[Ww]e)\b(\s+(?:am|have|do)\b|['’](?:m|ve)\b)?")
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
_STANDS_FOR_THE_SPEAKER = re.compile(r"^\W*(?:that\s+)?(?:he|she|it)\b", re.I)
"""A first pronoun, which is put as the speaker's name."""

_IN_FAVOUR: Mapping[Side, float] = {Side.AFFIRMS: 3.0, Side.DENIES: 1.5, Side.UNSURE: 0.5, Side.DECLINES: 0.0}
_SENTENCES = re.compile(r"(?<=[a-z]{4}[.!?])\s+(?=[A-Z])")
_SECOND_CLAUSE = re.compile(r",?\s+and\s+that\b", re.I)
BEST_WORDS = range(5, 19)

Names = Callable[[PartyId], str]


def word_claim(told: Sequence[tuple[Proposition, Side]], names: Mapping[PartyId, str], alike: Likeness) -> str:
    """The text of a claim out of its propositions and their sides."""
    central = alike.centralities([each.id for each, _ in told])
    _, _, best, side = max(
        (
            (_clearness(each, side, alike) + middle, _reverse(each.id), each, side)
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


def _clearness(each: Proposition, side: Side, alike: Likeness) -> float:
    """How well a proposition would do as the claim's sentence, wherever it lies: affirmative, plain and short."""
    score = _IN_FAVOUR[side] + (_leaning(each, alike) if side is Side.AFFIRMS else 0.0)
    words = each.text.split()
    if len(words) not in BEST_WORDS:
        score -= 3.0 if len(words) < BEST_WORDS.start else 0.1 * (len(words) - BEST_WORDS.stop + 1)
    score += 1.0 if each.statement.form is Form.INDIRECT else 0.0
    score -= 1.0 if _FIRST_PERSON.search(each.text) else 0.0
    score -= 1.5 if _FRAGMENT.search(each.text) or not _VERB.search(each.text) else 0.0
    score -= 0.5 * len(_UNNAMED.findall(_STANDS_FOR_THE_SPEAKER.sub("", each.text)))
    return score


def _leaning(each: Proposition, alike: Likeness) -> float:
    return max(-2.0, min(2.0, leaning(each, alike)))


def plain_sentence(each: Proposition, names: Mapping[PartyId, str]) -> str:
    """The content as a sentence that stands by itself: without "that", pronouns of the speaker as names."""
    text = " ".join(each.text.split()).strip(_EDGES)
    text = re.sub(r"^(?:that|whether|if|how)\s+", "", text, flags=re.I)
    text = re.sub(r"[“”\"]", "", text)
    text = _SECOND_CLAUSE.split(text, maxsplit=1)[0]
    text = _plainest(_SENTENCES.split(text))
    speaker = names.get(each.principal) if each.principal else None
    if speaker:
        text = _with_subject(text, speaker, direct=each.statement.form.value == "direct")
    text = text.strip(_EDGES)
    return text[:1].upper() + text[1:] if text else each.text


def _plainest(sentences: Sequence[str]) -> str:
    """The first of several that has enough words to stand by itself."""
    return next((each for each in sentences if len(each.split()) >= BEST_WORDS.start), " ".join(sentences))


def _with_subject(text: str, speaker: str, *, direct: bool) -> str:
    owner = f"{speaker}’s"
    if direct:
        text = _I.sub(lambda match: speaker + _third_person(match.group(1) or ""), text)
        return re.sub(r"\bmy\b|\bour\b", owner, text, count=1, flags=re.I)
    if match := _GERUND.match(text):
        verb = match.group(1).lower()
        said = {"having": "had", "being": "was"}.get(verb, f"was {verb}")
        return f"{speaker} {said} {text[match.end() :]}"
    if _SUBJECT.match(text):
        return _SUBJECT.sub(speaker, text, count=1)
    if text.startswith("to "):
        return f"{speaker} would {text[3:]}"
    return text


def _third_person(verb: str) -> str:
    """ "have" as it stands after a name."""
    word = verb.strip()
    return verb.replace(word, _OF_I[word]) if word else ""
