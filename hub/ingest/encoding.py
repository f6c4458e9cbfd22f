"""How a file's bytes are to be read: gzip, byte order marks, UTF-8, or a guess that is reported."""

import codecs
import gzip
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO, cast

CHUNK = 1 << 20
MAX_LINE = 1 << 26  # 64 Mi characters: a longer line is no record, and would not fit in memory
ENDS = ("\n", "\r")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What English business text has beyond ASCII; the right guess shows more of it.
COMMON = frozenset("£€’‘“”–—•…éèáóüöç®™°½")


def opened(path: Path) -> BinaryIO:
    """The bytes of a file, decompressed when its first bytes say gzip, whatever its name."""
    with path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
    return cast(BinaryIO, gzip.open(path, "rb")) if packed else path.open("rb")


def text_of(path: Path, encoding: str) -> io.TextIOWrapper:
    """The text of a file, line ends as they are (csv wants them so)."""
    return io.TextIOWrapper(opened(path), encoding=encoding, newline="")


def lines_of(text: TextIO, limit: int = MAX_LINE) -> Iterator[str | None]:
    """The lines with their ends; None for one that is longer than the limit."""
    while line := text.readline(limit):
        if len(line) < limit or line.endswith(ENDS):
            yield line
            continue
        while (rest := text.readline(CHUNK)) and not rest.endswith(ENDS):
            pass
        yield None


def encoding_of(path: Path) -> tuple[str, bool]:
    """The encoding and whether it is only a guess."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with opened(path) as file:
        head = chunk = file.read(CHUNK)
        for mark, name in MARKS:
            if head.startswith(mark):
                return name, False
        try:
            while chunk:
                decoder.decode(chunk)
                chunk = file.read(CHUNK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return _guess(head + chunk), True
    return "utf-8", False


def _guess(sample: bytes) -> str:
    scores = {name: _score(sample, name) for name in ("cp1252", "mac-roman")}
    return max(scores, key=lambda name: scores[name])


def _score(sample: bytes, encoding: str) -> int:
    text = sample.decode(encoding, "replace")
    beyond = [c for c in text if ord(c) > 127]
    return sum(1 if c in COMMON else -1 for c in beyond) - 5 * text.count("\ufffd")
