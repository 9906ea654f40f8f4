"""A claim's text: the plain affirmative sentence of whoever put it most clearly, with its references resolved."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from onrecord.linking.propositions import Proposition
from onrecord.linking.sides import negation
from onrecord.linking.words import rarity
from onrecord.vocabulary import PartyId, Side, StatementId

_EDGES = " \n\t“”\"‘’'…,;:.—–-"
_GERUND = re.compile(r"^(having|being|(\w+)ing)\b\s*", re.I)
_SUBJECT = re.compile(r"^(?:he|she|it|they|I|we)\b", re.I)
_POSSESSIVE = re.compile(r"\b(?:my|his|her|our|their)\b", re.I)
_FIRST = re.compile(r"\b(?:I|me|we|us)\b")
BEST_WORDS = range(4, 22)

Names = Callable[[PartyId], str]


def word_claim(told: Sequence[tuple[Proposition, Side]], names: Mapping[PartyId, str]) -> str:
    """The text of a claim out of its propositions and their sides."""
    central = _central([each for each, _ in told])
    best = max(told, key=lambda each: (_clearness(each[0], each[1], central), _reverse(each[0].id)))[0]
    return plain_sentence(best, names)


def _reverse(id_: StatementId) -> tuple[int, ...]:
    """Orders ids backwards, so that the smaller wins a tie."""
    return tuple(-ord(character) for character in id_)


def _central(propositions: Sequence[Proposition]) -> Mapping[str, int]:
    counted: dict[str, int] = {}
    for each in propositions:
        for word in each.words:
            counted[word] = counted.get(word, 0) + 1
    return counted


def _clearness(each: Proposition, side: Side, central: Mapping[str, int]) -> float:
    """How well a proposition would do as the claim's sentence: affirmative, central, plain and short."""
    length = len(each.text.split())
    score = {Side.AFFIRMS: 3.0, Side.DENIES: 1.5, Side.UNSURE: 0.5, Side.DECLINES: 0.0}[side]
    score += 1.5 * negation(each) if side is Side.AFFIRMS else 0.0
    score += sum(rarity(w) * (central[w] - 1) for w in each.words) / (sum(rarity(w) for w in each.words) + 0.5)
    score += 1.0 if each.statement.form.value == "indirect" else 0.0
    score += (
        1.0
        if length in BEST_WORDS
        else -0.05 * max(0, length - BEST_WORDS.stop) - (1.0 if length < BEST_WORDS.start else 0.0)
    )
    return score


def plain_sentence(each: Proposition, names: Mapping[PartyId, str]) -> str:
    """The content as a sentence that stands by itself: without "that", pronouns of the speaker as names."""
    text = " ".join(each.text.split()).strip(_EDGES)
    text = re.sub(r"^(?:that|whether|if|how)\s+", "", text, flags=re.I)
    text = re.sub(r"[“”\"]", "", text)
    speaker = names.get(each.principal) if each.principal else None
    if speaker:
        text = _with_subject(text, speaker, direct=each.statement.form.value == "direct")
    text = text.strip(_EDGES)
    return text[:1].upper() + text[1:] if text else each.text


def _with_subject(text: str, speaker: str, *, direct: bool) -> str:
    owner = f"{speaker}’s"
    if direct:
        text = re.sub(r"\b(?:I|we)\b(?!')", speaker, text, count=1)
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
