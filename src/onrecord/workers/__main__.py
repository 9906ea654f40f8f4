"""What a worker process does: articles from standard input, readings to standard output, until either ends."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from queue import SimpleQueue
from typing import TYPE_CHECKING

from onrecord.vocabulary import Article, Reading

if TYPE_CHECKING:
    from onrecord.attribution import ArticleReader

FIRST = Article(ref="first", text="“It rained,” Ida Fenn said on Monday.")
"""Read before anything is promised: the weights are loaded when they are first needed."""


def main() -> None:
    """Say by which run articles are read here, then read them in order."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints must not come among the answers
    articles: SimpleQueue[Article] = SimpleQueue()
    threading.Thread(target=_receive, args=(articles,), daemon=True).start()
    from onrecord.attribution import load_reader  # takes a while: whoever is left meanwhile has to end too

    reader = load_reader()
    reader(FIRST)
    answer: object = reader.run
    while True:
        pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()
        answer = _read(reader, articles.get())


def _read(reader: ArticleReader, article: Article) -> Reading | None:
    """The reading, or None where it fails: whoever asked reads the article too then, and has the error at first hand."""
    try:
        return reader(article)
    except Exception:
        return None


def _receive(articles: SimpleQueue[Article]) -> None:
    """Pass on articles as they come. When no more can come nobody waits for an answer, also not for the one being read."""
    try:
        while True:
            articles.put(pickle.load(sys.stdin.buffer))
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
