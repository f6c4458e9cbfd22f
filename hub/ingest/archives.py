"""Zip archives and standard input as files: what is in them, in a temporary folder of our own."""

import gzip
import lzma
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from hub.ingest.report import Report
from hub.ingest.spools import Spool

STDIN = Path("-")
MAX_RATIO = 200  # unpacked to packed; JSON and CSV have 5 to 40, deflate can reach 1,032
MAX_UNPACKED = 1 << 34  # 16 GiB: what all members of one archive may hold together
ALWAYS = 1 << 26  # 64 MiB: no ratio is too high below that
MAX_MEMBERS = 10_000
MAX_NESTED = 3  # archives inside one another
SIGNS = (b"PK\x03\x04", b"PK\x05\x06")
GZIP = b"\x1f\x8b"
ENCRYPTED = 0x41  # the flag bits of passwords and of strong encryption
# What a damaged or unusual archive makes zipfile raise; RuntimeError and NotImplementedError
# are its words for what it can't unpack.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A file with its name in the report; `spool` holds it on disk when it is temporary."""

    path: Path
    name: str
    spool: Spool | None = field(default=None, repr=False, compare=False)


@dataclass
class _Budget:
    """What may still be unpacked of one archive and of all archives in it."""

    left: int
    nested: int = MAX_NESTED


def unpacked(path: Path, name: str, report: Report) -> Iterator[Place]:
    """The file itself; what was read from `-`; of an archive its members, each named by its way."""
    place: Place | None = Place(path, name)
    if path == STDIN:
        place = _standard_input(report)
    if place and _is_packed_archive(place.path):
        advice = "unpack it once with gunzip, then give the zip archive"
        report.add("UNKNOWN_FILE", place.name, "a zip archive packed with gzip again", advice)
        return
    if place is None or not _is_archive(place.path):
        yield from [place] if place else []
        return
    size = place.path.stat().st_size
    budget = _Budget(min(MAX_UNPACKED, max(ALWAYS, MAX_RATIO * size)))
    yield from _archive(place, budget, report)


def _standard_input(report: Report) -> Place | None:
    try:
        # Python has no stdin when the shell closed it.
        if sys.stdin is None or sys.stdin.closed:  # pyright: ignore[reportUnnecessaryComparison]
            raise OSError(0, "standard input is closed")
        spool = Spool()
        return Place(spool.keep(sys.stdin.buffer), "stdin", spool)
    except OSError as error:
        _unreadable("stdin", error.strerror or str(error), report)
        return None


def _is_archive(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) in SIGNS
    except OSError:
        return False  # whoever opens it next will say why


def _is_packed_archive(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            if file.read(2) != GZIP:
                return False
        with gzip.open(path) as file:
            return file.read(4) in SIGNS
    except (OSError, EOFError, zlib.error):
        return False  # as above


def _archive(place: Place, budget: _Budget, report: Report) -> Iterator[Place]:
    if not budget.nested:
        _too_much(place.name, f"archives nested deeper than {MAX_NESTED} levels", report)
        return
    try:
        with zipfile.ZipFile(place.path) as archive:
            infos = archive.infolist()
            if _is_spreadsheet(infos):
                yield place
                return
            members = [info for info in infos if not info.is_dir() and _shows(info.filename)]
            if _allowed(place.name, members, budget, report):
                spool = Spool()
                for info in members:
                    yield from _member(archive, info, place.name, spool, budget, report)
    except DAMAGE as error:
        _unreadable(place.name, f"a damaged zip archive: {_why(error)}", report)


def _allowed(name: str, members: list[zipfile.ZipInfo], budget: _Budget, report: Report) -> bool:
    """False when an archive would unpack to too much; zipfile reads no more than is stated."""
    stated = sum(info.file_size for info in members)
    if len(members) > MAX_MEMBERS:
        _too_much(name, f"{len(members):,} members where {MAX_MEMBERS:,} are allowed", report)
    elif stated > budget.left:
        limit = f"at most {budget.left:,} bytes are allowed (ratio {MAX_RATIO}, 16 GiB in all)"
        _too_much(name, f"it would unpack to {stated:,} bytes; {limit}", report)
    elif not members:
        report.add("NO_ROWS", name, "an archive without files", "check the archive")
    else:
        budget.left -= stated
        return True
    return False


def _member(
    archive: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    outer: str,
    spool: Spool,
    budget: _Budget,
    report: Report,
) -> Iterator[Place]:
    name = f"{outer}/{info.filename}"
    if info.flag_bits & ENCRYPTED:
        advice = "unpack it with its password, then give what is in it"
        report.add("UNREADABLE_FILE", name, "encrypted with a password", advice)
        return
    try:
        with archive.open(info) as source:
            place = Place(spool.keep(source), name, spool)  # pyright: ignore[reportArgumentType]
    except DAMAGE as error:
        _unreadable(name, f"it can't be unpacked: {_why(error)}", report)
        return
    if _is_archive(place.path):
        budget.nested -= 1
        yield from _archive(place, budget, report)
        budget.nested += 1
    else:
        yield place


def _is_spreadsheet(infos: list[zipfile.ZipInfo]) -> bool:
    """XLSX and ODS are zip archives too, and one document each."""
    names = [info.filename for info in infos]
    return "[Content_Types].xml" in names or names[:1] == ["mimetype"]


def _shows(name: str) -> bool:
    """False for hidden members and what macOS adds to archives."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    hidden = any(part.startswith(".") and part != ".." for part in parts)
    return not hidden and "__MACOSX" not in parts


def _why(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def _too_much(name: str, message: str, report: Report) -> None:
    report.add("ARCHIVE_LIMIT", name, message, "unpack it yourself, then give what is in it")


def _unreadable(name: str, wrong: str, report: Report) -> None:
    report.add("UNREADABLE_FILE", name, wrong, "check the file; make it anew if it is damaged")
