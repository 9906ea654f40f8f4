"""Every exception OnRecord raises, as one short tree.

OnRecordError
├── ArticleError    an input could not be turned into an article, or not be read (becomes a Refusal; never stops the rest)
├── ModelError      the weights are missing, damaged, or do not belong to this code
├── RecordError     the record cannot be opened, is of a newer version, or is held by another process
│   └── JudgementError   a judgement contradicts the log (undoes nothing, names no statement)
├── SettingsError   an option or environment variable cannot be used
└── EvaluationError gold data is missing or has changed

A message says what was found, what was expected, and what to do next.
"""

from __future__ import annotations


class OnRecordError(Exception):
    """The root: catch this to catch all of ours."""


class ArticleError(OnRecordError):
    """One input could not be turned into an article, or the article could not be read."""

    def __init__(self, found: str, expected: str, advice: str) -> None:
        super().__init__(f"found {found}; expected {expected}; {advice}")
        self.found = found
        self.expected = expected
        self.advice = advice


class ModelError(OnRecordError):
    """The weights are missing, damaged, or do not belong to this code."""


class RecordError(OnRecordError):
    """The record cannot be opened, is of a newer version, or is held by another process."""


class JudgementError(RecordError):
    """A judgement contradicts the log."""


class SettingsError(OnRecordError):
    """An option or environment variable cannot be used."""


class EvaluationError(OnRecordError):
    """Gold data is missing or has changed."""
