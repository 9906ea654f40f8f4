"""Said or thought: whether a cue tells of an utterance, or of what goes on in somebody who utters nothing.

What puts a proposition forward is said, in whatever words: "believes that", "is convinced that", "voted against". A thought is a bare
state or act of mind: wants, fears, remembers, plans, was surprised. What somebody did not say was not said either; it is kept beside the
states of mind, since it tells where somebody stands and is no utterance.
"""

from __future__ import annotations

import re

from onrecord.attribution.cues import SPEECH
from onrecord.attribution.how.frames import Frame
from onrecord.attribution.how.lexicon import phrases, verbs, words
from onrecord.vocabulary import Kind

_WORD = re.compile(r"[a-z]+")

_NO_SPEECH = frozenset(
    {"per", "signal", "mention", "account", "accounts", "version", "words", "offer", "offers", "hint", "note"}
)
"""Words of speech that stand beside an inner state too ("by all accounts")."""

_PUT_FORWARD = words(
    verbs(
        "announce, voice, express, raise, vote, rule, agree, argue, conclude, find that, show, list, put it to, "
        "shoot back, laugh off, want to know, demand to know"
    ),
    phrases("""
        public(?:ly)?, loudly, openly, aloud, statement, speech, interview, tweet, report, letter, poll, survey, study
        book, article
        ma(?:d|k)e(?:s)? (?:it )?(?:clear|plain|known), (?:made|makes) no secret, let it be known, let slip, word
        according
        concern(?:s|ed)? (?:over|about), filed, issued, lawsuit, sued, bill, law
    """),
)  # fmt: skip
"""What puts something forward, though a word of the mind may stand beside it: "voiced fears"."""

_HOLDS_THAT = words(
    verbs("believe, think, view, regard, argue, maintain"),
    phrases(
        "convinced, (?:expect|expects|expected) (?:that|him|her|it|them), (?:see|sees|saw|seen) .*as, "
        "of the (?:opinion|view)"
    ),
)

_MIND = words(
    verbs("""
        want, wish, hope, fear, like, love, hate, loathe, prefer, desire, crave, long, yearn, dread, enjoy, relish
        resent, regret, mourn, adore
        admire, idolize, dislike, fancy, intend, plan, aim, mean, seek, try, attempt, decide, choose, contemplate
        mull, ponder, weigh, remember
        recollect, forget, know, realize, realise, recognize, recognise, learn, discover, notice, see, hear, watch
        witness, sense, feel, worry
        wonder, marvel, trust, envy, care, anticipate, dream, imagine, await, struggle, look, hesitate, consider
        determine, opt, strive, aspire
    """),
    phrases("""
        resolved, eager, keen, determined, reluctant, willing, unwilling, anxious, afraid, scared, concerned, aware
        unaware, surprised, shocked
        stunned, horrified, appalled, angry, angered, furious, upset, thrilled, excited, delighted, pleased, glad
        happy, proud, relieved
        disappointed, frustrated, saddened, sad, uneasy, uncomfortable, wary, skeptical, sceptical, cynical, nervous
        tempted, inclined, intent
        bent on, interested, desperate, hopeful, optimistic, pessimistic, amused, baffled, puzzled, confused
        uncertain, torn
        desires?, intentions?, decisions?, eagerness, reluctance, willingness, determination, desperation, frustration
        ambitions?, plans?, goals?
        toyed with, in (?:his|her|their|its) mind, had in mind, attention, fascination, sights
    """),
)  # fmt: skip


_UNSAID = re.compile(
    r"^(?:also )?(?:(?:did|does|do|has|have|had)(?: not|n't| never) (?:yet |even |publicly )?"
    r"(?!ruled? out|deny|denied|want|think|believe|see|know|remember|recall|expect|plan|intend)"
    r"|no longer (?!sure|certain|rules?|believ|think|want|say))"
)
"""What somebody did not say was not said: "did not gloat", "has not described it"."""
_NOBODYS = re.compile(
    r"^(?:is|are|was|were) (?:not |widely |generally )?(?:thought|expected|believed|known|understood|considered|hoped|feared)\b"
)


def kind_of(frame: Frame) -> Kind:
    """said unless the words at the cue are of the mind alone, or say that nothing was said."""
    if _UNSAID.match(frame.verb) or _NOBODYS.match(frame.verb):
        return Kind.THOUGHT
    spoken = [w for w in _WORD.findall(frame.verb) if w in SPEECH and w not in _NO_SPEECH]
    if spoken or _PUT_FORWARD.search(frame.verb) or _HOLDS_THAT.search(frame.verb):
        return Kind.SAID
    return Kind.THOUGHT if _MIND.search(frame.verb) else Kind.SAID
