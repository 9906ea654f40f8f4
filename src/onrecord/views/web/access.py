"""Who may use the application: tokens, which are kept as hashes only, and sessions, which end.

On this machine's own address everybody who can open it may use it; anywhere else a token is asked for first.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import ipaddress
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

SESSION_SECONDS = 12 * 60 * 60
MOST_SESSIONS = 10_000
_SALT_BYTES = 16


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def made_token() -> str:
    """A token that nobody guesses."""
    return secrets.token_urlsafe(24)


def hashed(token: str, salt: bytes | None = None) -> str:
    """What is kept of a token: the token cannot be had from it."""
    salt = salt or secrets.token_bytes(_SALT_BYTES)
    digest = hashlib.scrypt(token.encode(), salt=salt, n=2**14, r=8, p=1)
    return base64.b64encode(salt + digest).decode()


def is_token(token: str, kept: str) -> bool:
    """Whether the hash `kept` was made of this token."""
    raw = base64.b64decode(kept)
    return hmac.compare_digest(hashed(token, raw[:_SALT_BYTES]), kept)


@dataclass(frozen=True, slots=True)
class Access:
    """How the application is reached. token_hash: None lets everybody in, which only loopback may.

    hosts: the names by which it may be called; a page of another site that resolves its own name to this machine
    (DNS rebinding) calls it by another. None where a token protects instead.
    """

    token_hash: str | None = None
    hosts: frozenset[str] | None = frozenset({"localhost", "127.0.0.1", "[::1]"})


@dataclass(slots=True)
class Sessions:
    """Browsers that are known, by a random name each keeps in a cookie; only hashes of the names are held here."""

    clock: Callable[[], float]
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _ends: dict[str, float] = field(default_factory=dict)

    def admit(self, name: str | None = None) -> str:
        """Begin a session that is let in, and give its name: a new one, unless a program brings its own."""
        now = self.clock()
        self._ends = {name: end for name, end in self._ends.items() if end > now}
        while len(self._ends) >= MOST_SESSIONS:
            del self._ends[min(self._ends, key=self._ends.__getitem__)]
        name = name or secrets.token_urlsafe(24)
        self._ends[self._digest(name)] = now + SESSION_SECONDS
        return name

    def is_admitted(self, name: str | None) -> bool:
        """Whether the session was let in, and has not ended."""
        return name is not None and self._ends.get(self._digest(name), 0) > self.clock()

    def end(self, name: str) -> None:
        """Forget a session."""
        self._ends.pop(self._digest(name), None)

    def form_key(self, name: str) -> str:
        """What a form of this session has to bring back: a page of another site cannot know it."""
        return self._digest("form " + name)

    def is_form_key(self, name: str | None, given: str | None) -> bool:
        """Whether a form was made for this session."""
        return bool(name and given) and hmac.compare_digest(self.form_key(name or ""), given or "")

    def _digest(self, name: str) -> str:
        return hmac.new(self._key, name.encode(), hashlib.sha256).hexdigest()


@dataclass(slots=True)
class Allowance:
    """So many requests a minute for each who asks, with a burst of as many; what was not used comes back evenly."""

    a_minute: int
    clock: Callable[[], float]
    _left: dict[str, tuple[float, float]] = field(default_factory=dict)

    def take(self, who: str) -> bool:
        """Whether one more is allowed now."""
        now = self.clock()
        left, last = self._left.get(who, (float(self.a_minute), now))
        left = min(self.a_minute, left + (now - last) * self.a_minute / 60)
        if len(self._left) > MOST_SESSIONS:
            self._left.clear()
        self._left[who] = (max(left - 1, 0) if left >= 1 else left, now)
        return left >= 1
