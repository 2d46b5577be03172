"""How the window looked last: believed only with its checksum, for one flipped bit ends the program inside Qt."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Sequence
from typing import Any


def pack(parts: Sequence[bytes]) -> dict[str, Any]:
    """Return states of Qt as the settings keep them."""
    texts = [base64.b64encode(part).decode() for part in parts]
    return {"parts": texts, "sum": _sum(texts)}


def unpack(kept: dict[str, Any], count: int) -> list[bytes] | None:
    """Return what `pack` was given, or None for anything else.

    Args:
        kept: from the settings.
        count: how many parts there must be.
    """
    texts = kept.get("parts")
    if not isinstance(texts, list) or len(texts) != count or not all(isinstance(text, str) for text in texts):
        return None
    if _sum(texts) != kept.get("sum"):
        return None
    try:
        return [base64.b64decode(text, validate=True) for text in texts]
    except binascii.Error:
        return None


def _sum(texts: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
