"""The secret that a script shows to the local service; only its hash is kept."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

SHORTEST, LONGEST = 16, 200
"""How many characters a token of one's own may have."""

_USABLE = re.compile(rf"[!-~]{{{SHORTEST},{LONGEST}}}")


def new_token() -> str:
    """Return a secret that nobody guesses: 40 characters, each 0 to 9 or a to f."""
    return secrets.token_hex(20)


def is_usable(token: str) -> bool:
    """Whether a token of one's own is long enough, and can be said in the header of a request."""
    return _USABLE.fullmatch(token) is not None


def hashed(token: str) -> str:
    """Return what may be kept of a token: from it nobody gets the token back."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def matches(token: str, token_hash: str) -> bool:
    """Whether it is the token that a hash was made of; how long that takes says nothing about it."""
    return hmac.compare_digest(hashed(token).encode(), token_hash.encode())
