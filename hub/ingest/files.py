"""Files by content, never by name: which mapping reads them, and their records one by one."""

import csv
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from hub.ingest.canonical import parsed
from hub.ingest.encoding import encoding_of, text_of
from hub.ingest.gcloud import HEADER
from hub.ingest.report import Report

Kind = Literal["gcloud", "ocds"]
SAMPLE = 50  # lines in which a release must turn up for a file to be JSON lines
MAX_LINE = 1 << 28  # 256 MiB: one line of text beyond that is not a record
PACKAGES = ("releases", "records")

csv.field_size_limit(1 << 24)


@dataclass(frozen=True, slots=True)
class File:
    """A file that a mapping reads.

    `name`: what the report calls it. `lines`: one JSON value a line instead of one document.
    """

    path: Path
    name: str
    kind: Kind
    encoding: str
    lines: bool = False


def found(paths: Iterable[Path], report: Report) -> list[File]:
    """The files that can be loaded, folders searched through; the others are reported."""
    files: list[File] = []
    seen: set[Path] = set()
    for path, name in _walk(paths, report):
        if path.resolve() in seen:
            continue
        seen.add(path.resolve())
        if file := _known(path, name, report):
            files.append(file)
    return files


def rows(file: File, report: Report) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table with their line numbers; a row of another width is reported."""
    with text_of(file.path, file.encoding) as text:
        reader = csv.reader(text)
        header = [name.strip() for name in next(row for row in reader if row)]
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                _bad_row(file, reader.line_num, str(error), report)
                continue
            if not row:
                continue
            if len(row) == len(header):
                yield reader.line_num, dict(zip(header, row, strict=True))
            else:
                wrong = f"{len(row)} fields, the heading has {len(header)}"
                _bad_row(file, reader.line_num, wrong, report)


def values(file: File, report: Report) -> Iterator[tuple[int | None, Any]]:
    """The releases of a JSON file with their line numbers (None in one document)."""
    for line, value in _json(file, report):
        for release in releases_of(value):
            yield line, release


def releases_of(value: Any) -> Iterator[Any]:
    """The releases inside a release, an array, a release package or a record package."""
    if isinstance(value, list):
        for item in value:
            yield from releases_of(item)
    elif isinstance(value, dict) and isinstance(value.get("releases"), list):
        yield from value["releases"]
    elif isinstance(value, dict) and isinstance(value.get("records"), list):
        for record in value["records"]:
            yield from releases_of(record)
    else:
        yield value


def _walk(paths: Iterable[Path], report: Report) -> Iterator[tuple[Path, str]]:
    """Files with their names: inside a folder the way from there."""
    for path in paths:
        if path.is_dir():
            for inside in sorted(p for p in path.rglob("*") if p.is_file()):
                way = inside.relative_to(path)
                if not _hidden(way):
                    yield inside, way.as_posix()
        elif path.is_file():
            yield path, path.name
        else:
            report.add(
                "UNREADABLE_FILE", path.name, "there is no such file", "check the path", field=None
            )


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _known(path: Path, name: str, report: Report) -> File | None:
    try:
        encoding, guessed = encoding_of(path)
        found = _sniffed(path, encoding)
    except (OSError, EOFError, UnicodeError, zlib.error, csv.Error) as error:
        report.add("UNREADABLE_FILE", name, str(error), "check the file and its permissions")
        return None
    if found is None:
        report.add(
            "UNKNOWN_FILE",
            name,
            "no mapping reads a file of this kind",
            "give OCDS JSON or G-Cloud sales returns, or leave the file out",
        )
        return None
    if guessed:
        report.add(
            "GUESSED_ENCODING",
            name,
            f"not UTF-8; read as {encoding}",
            "save the file as UTF-8",
        )
    kind, lines = found
    return File(path, name, kind, encoding, lines)


def _sniffed(path: Path, encoding: str) -> tuple[Kind, bool] | None:
    """The kind, and whether it is JSON lines."""
    with text_of(path, encoding) as text:
        first = ""
        while not first.strip():
            first = text.readline(MAX_LINE)
            if not first:
                return None
        if first.lstrip().startswith(("{", "[")):
            return _sniffed_json(first, text)
        header = next(csv.reader([first]), [])
        wanted = HEADER <= {name.strip() for name in header}
        return ("gcloud", False) if wanted else None


def _sniffed_json(first: str, rest: Iterable[str]) -> tuple[Kind, bool] | None:
    value = _parsed(first)
    if value is not None:
        return ("ocds", True) if _is_ocds(value) else None
    sample = [first, *islice(rest, SAMPLE)]
    if any(_is_ocds(_parsed(line)) for line in sample if line.startswith("{")):
        return "ocds", True
    whole = _parsed("".join([*sample, *rest]))
    # A damaged document that speaks of releases is ours too: reading it will say where it breaks.
    ours = _is_ocds(whole) if whole is not None else '"ocid"' in "".join(sample)
    return ("ocds", False) if ours else None


def _is_ocds(value: Any) -> bool:
    if isinstance(value, list):
        return any(_is_ocds(item) for item in value[:SAMPLE])
    if not isinstance(value, dict):
        return False
    return "ocid" in value or any(isinstance(value.get(name), list) for name in PACKAGES)


def _parsed(text: str) -> Any:
    try:
        return parsed(text)
    except ValueError:
        return None


def _json(file: File, report: Report) -> Iterator[tuple[int | None, Any]]:
    with text_of(file.path, file.encoding) as text:
        pieces: Iterable[tuple[int | None, str]]
        pieces = enumerate(text, 1) if file.lines else [(None, text.read())]
        for line, piece in pieces:
            if not piece.strip():
                continue
            try:
                yield line, parsed(piece)
            except ValueError as error:
                at = line or getattr(error, "lineno", None)
                report.add("BAD_JSON", file.name, _why(error), "mend the JSON", line=at)


def _why(error: ValueError) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else str(error)


def _bad_row(file: File, line: int, message: str, report: Report) -> None:
    report.add("BAD_ROW", file.name, message, "quote fields that hold commas or quotes", line=line)
