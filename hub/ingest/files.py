"""Files by content, never by name: which mapping reads them, and their records one by one."""

import csv
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from hub.ingest.archives import Place, unpacked
from hub.ingest.canonical import Doubled, leniently_parsed
from hub.ingest.encoding import MAX_LINE, encoding_of, lines_of, text_of
from hub.ingest.grids import Grid, grid_of
from hub.ingest.kinds import NO_MAPPING, Kind, Known, Unknown, kind_of
from hub.ingest.mapping import Mapping, shipped
from hub.ingest.packages import releases_of
from hub.ingest.places import files_of
from hub.ingest.report import Report
from hub.ingest.soundness import Note, misshapen
from hub.ingest.spools import Spool, swept
from hub.ingest.tables import Table
from hub.ingest.workbooks import is_workbook, other_sheets

MAX_DOCUMENT = 1 << 28  # 256 Mi characters: a document is in memory as a whole
BREAKS = (OSError, EOFError, UnicodeError, zlib.error)  # what reading a file can end in


@dataclass(frozen=True, slots=True)
class File:
    """A file that a mapping reads.

    `name`: what the report calls it. `lines`: one JSON value a line instead of one document.
    `spool`: the temporary folder that it lies in, held as long as the file is.
    """

    path: Path
    name: str
    kind: Kind
    encoding: str
    lines: bool = False
    spool: Spool | None = field(default=None, repr=False, compare=False)
    grid: Grid | None = None


def found(paths: Iterable[Path], report: Report, mapping: Mapping | None = None) -> list[File]:
    """The files that can be loaded; folders and archives searched through, others reported.

    `mapping`: asked before those that come with the hub.
    """
    swept()
    files: list[File] = []
    seen: set[Path] = set()
    for path, name in files_of(paths, report):
        if path.resolve() in seen:
            continue
        seen.add(path.resolve())
        for place in unpacked(path, name, report):
            if file := known(place, report, mapping):
                files.append(file)
    return files


def rows(file: File, report: Report) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table with their line numbers; a row of another width is reported."""
    before, any_row, at = report.refused, False, 0
    try:
        with text_of(file.path, file.encoding) as text:
            for at, row in Table(file.name, _lines(file, text, report), report).rows():
                any_row = True
                yield at, row
    except BREAKS as error:
        _broken(file, error, at, report)
    if not any_row and report.refused == before:
        report.add("NO_ROWS", file.name, "headings without a row", "fill it, or leave it out")


def values(file: File, report: Report) -> Iterator[tuple[int | None, Any]]:
    """The releases of a JSON file with their line numbers (None in one document)."""
    before, any_release = report.refused, False
    for line, value in _json(file, report):
        for release in releases_of(value, _note(file, line, report)):
            if wrong := misshapen(release):
                path, message, advice = wrong
                about = f"{message}{_named(release)}"
                report.add("BAD_JSON", file.name, about, advice, line=line, field=path)
            else:
                any_release = True
                yield line, release
    if not any_release and report.refused == before:
        report.add("NO_ROWS", file.name, "no release in it", "fill it, or leave it out")


def objects(file: File, report: Report) -> Iterator[tuple[int | None, Any]]:
    """The values of a file of JSON lines with their line numbers."""
    before, anything = report.refused, False
    for line, value in _json(file, report):
        if wrong := misshapen(value):
            path, message, advice = wrong
            report.add("BAD_JSON", file.name, message, advice, line=line, field=path)
        else:
            anything = True
            yield line, value
    if not anything and report.refused == before:
        report.add("NO_ROWS", file.name, "no record in it", "fill it, or leave it out")


def _note(file: File, line: int | None, report: Report) -> Note:
    def note(code: str, path: str, message: str, advice: str) -> None:
        report.add(code, file.name, message, advice, line=line, field=path)

    return note


def known(place: Place, report: Report, mapping: Mapping | None) -> File | None:
    """The file with what reads it; None when nothing does, which is reported."""
    path, name, grid = place.path, place.name, None
    try:
        book = is_workbook(path)
        encoding, guessed = ("", False) if book else encoding_of(path)
        kind = NO_MAPPING if book else kind_of(path, encoding)
        if isinstance(kind, Unknown) and not kind.final:
            kind, grid = _tabled(path, encoding, mapping, kind)
    except (*BREAKS, csv.Error) as error:
        wrong = getattr(error, "strerror", None) or str(error)
        report.add("UNREADABLE_FILE", name, wrong, "check the file and its permissions")
        return None
    if isinstance(kind, Unknown):
        report.add("UNKNOWN_FILE", name, kind.message, kind.advice)
        return None
    if grid and not encoding and (others := other_sheets(path)):
        left = f"only the first sheet was read, not {', '.join(others)}"
        report.add("SHEETS_LEFT_OUT", name, left, "save each sheet with rows as a file of its own")
    if guessed:
        report.add(
            "GUESSED_ENCODING",
            name,
            f"not UTF-8; read as {encoding}",
            "save the file as UTF-8",
        )
    return File(path, name, kind.kind, encoding, kind.lines, place.spool, grid)


def _tabled(
    path: Path, encoding: str, mapping: Mapping | None, unknown: Unknown
) -> tuple[Known | Unknown, Grid | None]:
    """A table that a mapping reads; else what is unknown about the file."""
    grid = grid_of(path, encoding, (mapping, *shipped()) if mapping else shipped())
    if grid is None:
        return unknown, None
    if nobody := grid.unowned:
        return nobody, None
    return Known("table"), grid


def _json(file: File, report: Report) -> Iterator[tuple[int | None, Any]]:
    line = 0
    try:
        with text_of(file.path, file.encoding) as text:
            if not file.lines:
                yield from _document(file, text, report)
                return
            for line, piece in enumerate(_lines(file, text, report), 1):
                yield from _piece(file, line, piece, report)
    except BREAKS as error:
        _broken(file, error, line, report)


def _document(file: File, text: TextIO, report: Report) -> Iterator[tuple[int | None, Any]]:
    whole = text.read(MAX_DOCUMENT + 1)
    if len(whole) <= MAX_DOCUMENT:
        yield from _piece(file, None, whole, report)
        return
    about = f"one JSON document of more than {MAX_DOCUMENT:,} characters"
    report.add("TOO_LONG", file.name, about, "write it as JSON lines, one release a line")


def _lines(file: File, text: TextIO, report: Report) -> Iterator[str]:
    """The lines, an empty one in the place of one that is too long."""
    for at, line in enumerate(lines_of(text), 1):
        if line is None:
            about = f"a line of more than {MAX_LINE:,} characters"
            report.add("TOO_LONG", file.name, about, "write one release or row a line", line=at)
        yield line or "\n"


def _piece(
    file: File, line: int | None, piece: str, report: Report
) -> Iterator[tuple[int | None, Any]]:
    if not piece.strip():
        return
    try:
        value = leniently_parsed(piece)
    except ValueError as error:
        at = line or getattr(error, "lineno", None)
        report.add("BAD_JSON", file.name, _why(error), "mend the JSON", line=at)
        return
    if isinstance(value, Doubled) and value.key in ("releases", "records"):
        twice = f"the key {value.key!r} stands more than once; only the last was read"
        report.add("BAD_JSON", file.name, twice, "keep one", line=line, field=f"/{value.key}")
    yield line, value


def _named(release: Any) -> str:
    """Which release it is, since one document has no line numbers."""
    ocid = release.get("ocid") if isinstance(release, dict) else None
    return f" (in the release of {ocid})" if isinstance(ocid, str) else ""


def _broken(file: File, error: Exception, line: int, report: Report) -> None:
    wrong = getattr(error, "strerror", None) or str(error)
    about = f"breaks off after line {line}: {wrong}" if line else wrong
    report.add("UNREADABLE_FILE", file.name, about, "check the file; what came before was loaded")


def _why(error: ValueError) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else str(error)
