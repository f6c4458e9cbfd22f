"""Which mapping reads a file, told from the beginning of its text; and if none does, why not."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Literal, TextIO

from hub.ingest import gcloud
from hub.ingest.canonical import leniently_parsed
from hub.ingest.cpv import is_cpv
from hub.ingest.encoding import MAX_LINE, lines_of, text_of
from hub.ingest.lists import list_of

Kind = Literal["gcloud", "ocds", "own", "table", "list", "vocabulary"]
SAMPLE = 50  # lines in which a release must turn up for a file to be JSON lines
MAX_LOOK = 1 << 28  # characters of a document that are looked through for a release
PACKAGES = ("releases", "records")
SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}
RETURNS = "G-Cloud sales returns"

csv.field_size_limit(1 << 24)


@dataclass(frozen=True, slots=True)
class Known:
    """A file of that kind; `lines`: one JSON value a line instead of one document."""

    kind: Kind
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """No mapping reads it: what it is, and what to do."""

    message: str
    advice: str
    final: bool = False  # no mapping is asked any more


NO_MAPPING = Unknown(
    "no mapping reads a file of this kind",
    "give OCDS JSON, or a table with a mapping (docs/loading.md), or leave the file out",
)
# They come with standards. As any file that nothing reads they make the exit code 3: whoever gives
# one may have taken it for the data.
NO_DATA = Unknown("a schema or code list: it describes data and holds none", "leave the file out")
CODELIST = frozenset({"Code", "Title", "Description"})


def kind_of(path: Path, encoding: str) -> Known | Unknown:
    """The kind of a file; UnicodeError, OSError and the like when it can't be read as text."""
    with text_of(path, encoding) as text:
        first = ""
        while not first.strip():
            first = text.readline(MAX_LINE)
            if not first:
                return Unknown("the file is empty", "fill it, or leave it out")
        start = _start(text)
        if first.lstrip().startswith(("{", "[")):
            return _json(first, start, text)
        if _speaks_in_lines([first, *start]):
            return Known("ocds", lines=True)
        return _table(chain([first], start, (line or "" for line in lines_of(text))))


def _start(text: TextIO) -> list[str]:
    """Some lines, and no more of them than one line may hold."""
    found: list[str] = []
    left = MAX_LINE
    while len(found) < SAMPLE and left > 0 and (line := text.readline(left)):
        found.append(line)
        left -= len(line)
    return found


def _json(first: str, start: list[str], rest: TextIO) -> Known | Unknown:
    sample = [first, *start]
    # A document whose releases stand on lines of their own begins with a line that is left open.
    opened = first.rstrip().endswith(("[", "{", ",")) and _parsed(first) is None
    if _speaks_in_lines(sample) if opened else any(map(is_ocds, map(_parsed, _objects(sample)))):
        return Known("ocds", lines=True)
    if any(is_own(_parsed(line)) for line in _objects([first, *start])):
        return Known("own", lines=True)
    beginning = "".join([first, *start])
    whole = _parsed(beginning + rest.read(MAX_LOOK))
    # A damaged document that speaks of releases is ours too: reading it will say where it breaks.
    if is_ocds(whole) if whole is not None else '"ocid"' in beginning:
        return Known("ocds")
    if is_cpv(whole):
        return Known("vocabulary")
    if _describes(whole):
        return NO_DATA
    if whole is not None:
        return Unknown(
            "JSON in which no release has an ocid", "give OCDS releases, or leave the file out"
        )
    return Unknown("it begins like JSON and is none", "mend the JSON, or leave the file out")


def _describes(whole: Any) -> bool:
    """True for a JSON schema, and for the description of an OCDS extension."""
    marks = ({"$schema"}, {"definitions", "properties"}, {"schemas", "codelists"})
    return isinstance(whole, dict) and any(mark <= whole.keys() for mark in marks)


def _speaks_in_lines(sample: list[str]) -> bool:
    """True for JSON lines that begin with a bad one: half of them at least are releases.

    Any one would do after a brace, but a text may quote a release as an example.
    """
    told = [line for line in sample if line.strip()]
    good = sum(is_ocds(_parsed(line)) for line in _objects(told))
    return 0 < len(told) <= 2 * good


def _objects(lines: Iterable[str]) -> Iterator[str]:
    return (line for line in lines if line.lstrip().startswith(("{", "[")))


def _table(text: Iterable[str]) -> Known | Unknown:
    try:
        rows = (named for row in csv.reader(text) if any(named := _named(row)))
        header = next(rows, [])  # none in a file of quotes
    except csv.Error:
        return NO_MAPPING
    counts, wanted = Counter(header), gcloud.header()
    missing = sorted(wanted - counts.keys())
    if twice := sorted(name for name in wanted if counts[name] > 1):
        names = ", ".join(twice)
        return Unknown(f"these columns stand twice: {names}", "keep one of each", final=True)
    if not missing:
        return Known("gcloud")
    if any(list_of(cells) for cells in _parted(header)):
        return Known("list")
    if counts.keys() >= CODELIST:
        return NO_DATA
    return _nearly(header, missing)


def _nearly(header: list[str], missing: list[str]) -> Unknown:
    if len(header) == 1:
        for mark, name in SEPARATORS.items():
            if gcloud.header() <= {part.strip(' "') for part in header[0].split(mark)}:
                return Unknown(f"{RETURNS} parted by {name}", "save the table with commas")
        return NO_MAPPING
    if 2 * len(missing) > len(gcloud.header()):  # not returns with a column gone: some other table
        return NO_MAPPING
    lack = f"a table without these columns of {RETURNS}: {', '.join(missing)}"
    return Unknown(lack, "add the columns, or leave the file out")


def _parted(header: list[str]) -> Iterator[list[str]]:
    """The headings, also if other marks than commas part them."""
    yield header
    if len(header) == 1:
        yield from (_named(header[0].replace('"', "").split(mark)) for mark in SEPARATORS)


def _named(row: list[str]) -> list[str]:
    return [name.strip() for name in row]


def is_ocds(value: Any, inside: int = 3) -> bool:
    """True for a release, a package, or a list of these."""
    if isinstance(value, list):
        return inside > 0 and any(is_ocds(item, inside - 1) for item in value[:SAMPLE])
    if not isinstance(value, dict):
        return False
    return "ocid" in value or any(isinstance(value.get(name), list) for name in PACKAGES)


def is_own(value: Any) -> bool:
    """True for a line of the hub's own files: a header or a record."""
    return isinstance(value, dict) and ("hub" in value or {"noun", "key"} <= value.keys())


def _parsed(text: str) -> Any:
    try:
        return leniently_parsed(text)
    except ValueError:
        return None
