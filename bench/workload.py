"""Articles to measure with: paragraphs of the samples put together anew, with other names and numbers."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from importlib.resources import as_file, files

from onrecord.articles import collect
from onrecord.vocabulary import Article

WORDS = 800  # the mean of PolNeAR's articles

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")  # a capital in the middle of a sentence
_BEGINNINGS = (
    "Bar",
    "Cald",
    "Dren",
    "Gar",
    "Hol",
    "Kest",
    "Lan",
    "Mer",
    "Nor",
    "Pell",
    "Ros",
    "Sel",
    "Tar",
    "Ver",
    "Wen",
)
_ENDS = ("by", "combe", "field", "gate", "ham", "land", "ley", "more", "ridge", "son", "stead", "ton", "vale", "wick")


def make_articles(count: int, words: int = WORDS) -> Iterator[dict[str, str]]:
    """Article rows as JSON Lines have them, each other than the rest; the same ones every time."""
    paragraphs = _sample_paragraphs()
    for number in range(count):
        rng = random.Random(number)
        kept: list[str] = []
        while sum(len(paragraph.split()) for paragraph in kept) < words:
            kept.append(_vary(rng.choice(paragraphs), rng))
        day = f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}"
        yield {"id": f"bench-{number:06}", "publisher": "The Bench", "published": day, "text": "\n\n".join(kept)}


def _sample_paragraphs() -> list[str]:
    with as_file(files("onrecord").joinpath("samples")) as folder:
        texts = [article.text for article in collect([str(folder)]) if isinstance(article, Article)]
    return [paragraph for text in texts for paragraph in re.split(r"\n\s*\n", text) if paragraph.strip()]


def _vary(paragraph: str, rng: random.Random) -> str:
    names: dict[str, str] = {}

    def name(found: re.Match[str]) -> str:
        return names.setdefault(found[0], rng.choice(_BEGINNINGS) + rng.choice(_ENDS))

    renamed = _NAME.sub(name, paragraph)
    return re.sub(r"\d", lambda found: str(rng.randint(1, 9)), renamed)
