"""Reading in the background: one pile after another, each with how far it has come and what became of its articles."""

from __future__ import annotations

import secrets
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from onrecord.articles import Defaults, collect
from onrecord.errors import OnRecordError
from onrecord.vocabulary import UNREAD, Article, Outcome, Refusal

MOST_JOBS = 50
MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Pile:
    """What is to be read: files that were sent, and web addresses."""

    uploads: tuple[Upload, ...] = ()
    addresses: tuple[str, ...] = ()
    defaults: Defaults = field(default_factory=Defaults)

    def items(self) -> Iterator[Article | Refusal]:
        """The articles of the pile. A file is called by the name that it was sent under, not by where it lay meanwhile."""
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="onrecord-")))
            paths = [_lay(folder, number, upload) for number, upload in enumerate(self.uploads)]
            for path in paths:
                prefix = f"{path.parent}/"
                for item in collect([str(path)], defaults=self.defaults):
                    yield _renamed(item, prefix)
            yield from collect(self.addresses, defaults=self.defaults)


def _lay(folder: Path, number: int, upload: Upload) -> Path:
    name = (
        "".join(c for c in Path(upload.name.replace("\\", "/")).name if c.isprintable())[-200:].lstrip(".") or "upload"
    )
    place = folder / str(number)
    place.mkdir()
    path = place / name
    path.write_bytes(upload.content)
    return path


def _renamed(item: Article | Refusal, prefix: str) -> Article | Refusal:
    ref = item.ref.removeprefix(prefix)
    if isinstance(item, Article):
        return replace(item, ref=ref)
    return replace(item, ref=ref, found=item.found.replace(prefix, ""), advice=item.advice.replace(prefix, ""))


@dataclass(slots=True)
class Job:
    """One pile being read."""

    id: str
    outcomes: list[Outcome] = field(default_factory=list)
    done: int = 0
    unread: int = 0
    is_over: bool = False
    fault: str | None = None

    def add(self, outcome: Outcome) -> None:
        """Count an outcome; the first ones, and all that were not read, are kept to be shown."""
        self.done += 1
        self.unread += outcome.result in UNREAD
        if len(self.outcomes) < MOST_SHOWN or outcome.result in UNREAD:
            self.outcomes.append(outcome)


Read = Callable[[Iterable[Article | Refusal]], Iterator[Outcome]]


@dataclass(slots=True)
class Jobs:
    """The piles of this session of the application, the newest last."""

    read: Read
    afterwards: Callable[[], None]
    _jobs: OrderedDict[str, Job] = field(default_factory=OrderedDict)
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def start(self, pile: Pile) -> Job:
        """Begin to read a pile."""
        job = Job(secrets.token_urlsafe(8))
        self._jobs[job.id] = job
        while len(self._jobs) > MOST_JOBS:
            self._jobs.popitem(last=False)
        threading.Thread(target=self._work, args=(job, pile), daemon=True).start()
        return job

    def find(self, id_: str) -> Job | None:
        """The job with this id."""
        return self._jobs.get(id_)

    def _work(self, job: Job, pile: Pile) -> None:
        try:
            with self._one_at_a_time:
                for outcome in self.read(pile.items()):
                    job.add(outcome)
        except OnRecordError:
            job.fault = "The reader or the record failed; what was read by then is kept."
        except Exception:
            job.fault = "This is a fault of OnRecord; what was read by then is kept."
        finally:
            job.is_over = True
            self.afterwards()
