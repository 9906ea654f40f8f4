"""How each word of a content stands: affirmed or negated.

A denial negates everything it denies; "not", "nobody", "no such" and their like negate what follows them in their
clause; two negations cancel. So the polarity of a statement towards a claim is read at the words that both have in
common, which a single sign for the whole sentence would miss: "It was a relay and not an attack".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.linking.words import STOP, meaning, tokens

_NEGATORS_LISTED = """
not never no nobody none nothing neither nor without cannot can't don't didn't doesn't isn't wasn't aren't weren't
won't wouldn't couldn't shouldn't hasn't haven't hadn't ain't n't nowhere hardly
"""
_NEGATORS = frozenset(_NEGATORS_LISTED.split())
_DENIALS_LISTED = """
denied denies deny denying denial refuted rejects rejected disputed disputes ruled
"""
_DENIALS = frozenset(_DENIALS_LISTED.split())
"""Verbs inside a content that negate what follows them."""

_FALSE_LISTED = """
false untrue wrong incorrect nonsense rubbish fabricated fabrication fiction baseless unfounded groundless
inaccurate lie lies myth invention fake ridiculous absurd preposterous fantasy
"""
_FALSE = frozenset(_FALSE_LISTED.split())
"""Said of a proposition, these negate it: "the information is not correct" counts through "not"."""

_CLAUSE_ENDS = re.compile(
    r"[.;:!?—–]|,\s+(?:and|but|though|although|because|while|since|so|or)\b|\s+(?:but|because)\s", re.I
)


_NEGATING_BEFORE_TO = frozenset({"failed", "fails", "fail", "refused", "refuses", "unable", "neglected", "omitted"})


def polarities(content: str, denied: bool, named: frozenset[str]) -> dict[str, bool]:
    """Each compared word of the content, with whether it stands affirmed; one that stands both ways is as it stood last.

    denied: the speaker denies the whole of it. named: lower-case words that name parties, which are compared as such.
    """
    found: dict[str, bool] = {}
    for clause in _clauses(content):
        if told := tokens(clause):
            found |= _clause_polarities(told, denied, named)
    return found


def _clause_polarities(clause: Sequence[str], denied: bool, named: frozenset[str]) -> dict[str, bool]:
    # "It is false that ..." and "That is wrong": the whole clause is negated, wherever the word stands.
    negated = denied != _is_called_false(clause)
    found: dict[str, bool] = {}
    since, before = 99, ""
    for token, after in zip(clause, [*clause[1:], ""], strict=True):
        since += 1
        if _negates(token, after):
            if since > 2:  # "never told nobody" negates once
                negated = not negated
                if _negates_the_verb(token, before):
                    found = {word: not affirmed for word, affirmed in found.items()}
            since = 0
        elif token not in STOP and token not in named and token not in _FALSE and (len(token) > 1 or token.isdigit()):
            found[meaning(token)] = not negated
        before = token
    return found


_AUXILIARIES_LISTED = """
is are was were be been do does did has have had will would can could shall should may might must
"""
_AUXILIARIES = frozenset(_AUXILIARIES_LISTED.split())


_NO_OBJECT = frozenset({"no", "nothing", "nobody", "none"})
_NO_VERB = frozenset({"and", "or", "with", "by", "in", "at", "of", "to", "on", "for", "from", "that", "there", "as"})
"""What stands before "no" where it is no verb's object."""


def _negates_the_verb(token: str, before: str) -> bool:
    """Whether a negation turns the whole clause round, what stands before it too: "the valve never leaked", "was given no
    warning"; not so in "a seal and not a valve", "left with no coat"."""
    if token in _NO_OBJECT:
        return bool(before) and before not in _NO_VERB
    return token in {"never", "cannot"} or token.endswith("n't") or (token == "not" and before in _AUXILIARIES)


def _negates(token: str, after: str) -> bool:
    if token in _NEGATORS or token in _DENIALS or token.endswith("n't"):
        return True
    return token in _NEGATING_BEFORE_TO and after == "to"


def _is_called_false(clause: Sequence[str]) -> bool:
    """Whether the clause calls something false: "that is wrong", "a lie", not "the wrong floor"."""
    return any(
        token in _FALSE and (after is None or after in STOP)
        for token, after in zip(clause, [*clause[1:], None], strict=True)
    )


def _clauses(content: str) -> list[str]:
    return [clause for clause in _CLAUSE_ENDS.split(content) if clause and clause.strip()]
