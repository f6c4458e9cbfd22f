"""Ids: text of our own, deterministic from the keys that a source gives."""

import hashlib

SEPARATOR = "\x1f"
DIGITS = 24  # 96 bits: a collision among 10^9 ids has a chance of 10^-11


def make_id(prefix: str, *parts: str) -> str:
    """`con-` and 24 hexadecimal digits of the SHA-256 of the parts; the same on every engine."""
    digest = hashlib.sha256(SEPARATOR.join(parts).encode()).hexdigest()
    return f"{prefix}-{digest[:DIGITS]}"


def as_role(id: str, role: str) -> str:
    """`buy-…`, `sup-…` and `org-…` with the same text are one body (interface.md 4)."""
    return f"{role}-{id.partition('-')[2]}"
