"""One process that reads articles, as seen from the process that started it.

Both ends speak in pickles over the pipes of a plain subprocess, `python -m onrecord.workers`. It is no `multiprocessing`: that would
run the caller's main module again in every worker, which only callers who know of it are made for.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import IO

from onrecord.settings import ONE_THREAD_A_PRODUCT
from onrecord.vocabulary import Article, Reading, Run


class Worker:
    """A process that reads as `run` says; `load` is how many articles it was given and has not answered, kept by who gives them.

    Whatever happens to the process, every article is answered: with its reading, or with None if it was not read there.
    """

    def __init__(self, run: Run, tell: Callable[[str], None]) -> None:
        self.load = 0
        self.is_ready = False
        self._run = run
        self._tell = tell
        self._waiting: deque[Future[Reading | None]] = deque()
        self._lock = threading.Lock()
        self._has_begun = threading.Event()
        self._is_over = False
        self._is_closed = False
        self._process = _start()
        self._receiver = threading.Thread(target=self._receive, daemon=True)
        self._receiver.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def read(self, article: Article) -> Reading | None:
        """The reading; None if the process could not read it, or ended."""
        answer: Future[Reading | None] = Future()
        with self._lock:  # answers come in the order of the articles
            if self._is_over:
                return None
            self._waiting.append(answer)
            with suppress(OSError):  # it has ended, and the receiver is about to find that out
                _pipe(self._process.stdin).write(pickle.dumps(article, pickle.HIGHEST_PROTOCOL))
                _pipe(self._process.stdin).flush()
        return answer.result()

    def wait(self) -> None:
        """Until it is ready or has ended."""
        self._has_begun.wait()

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._is_closed = True
        self._process.kill()
        self._receiver.join()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # the rest of an article that nobody will read
                _pipe(pipe).close()

    def _receive(self) -> None:
        answers = _pipe(self._process.stdout)
        with suppress(Exception):  # an end of the pipe in the midst of an answer can raise anything
            if pickle.load(answers) == self._run:  # else the code or the weights on disk are others by now
                self.is_ready = True
                self._has_begun.set()
                while True:
                    answer = pickle.load(answers)
                    self._waiting.popleft().set_result(answer)
        self.is_ready = False
        self._process.kill()
        with self._lock:
            self._is_over = True
        while self._waiting:
            self._waiting.popleft().set_result(None)
        self._has_begun.set()
        if not self._is_closed:
            self._tell(
                f"a process that helped to read has ended (status {self._process.wait()}); "
                "what it was reading is read again, and the rest without it"
            )


def can_start() -> bool:
    """Whether a process can be started that runs this package: not where Python and package are frozen into one program."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


def _start() -> subprocess.Popen[bytes]:
    found_here = os.pathsep.join(path for path in sys.path if path)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "onrecord.workers"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**ONE_THREAD_A_PRODUCT, **os.environ, "PYTHONPATH": found_here},
        # Ctrl-C is for who started it: that one ends its workers when what they read is kept
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # both were asked for
    return pipe
