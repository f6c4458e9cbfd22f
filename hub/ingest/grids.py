"""Tables as lists of cells, and where in them the headings stand that a mapping asks for."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TextIO

from hub.ingest.encoding import MAX_LINE, lines_of, text_of
from hub.ingest.kinds import Unknown
from hub.ingest.mapping import Mapping as TableMapping
from hub.ingest.mapping import folded
from hub.ingest.workbooks import rows_of_workbook

SEARCHED = 20  # rows in which the headings must stand: above them are titles and notes
SEPARATORS = (",", ";", "\t", "|")

Row = tuple[int, list[str]]  # the line on which it ends, and its cells


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that a mapping reads; `headings` end on the line `below`."""

    mapping: TableMapping
    separator: str
    headings: tuple[str, ...]
    below: int
    places: Mapping[str, int] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Where the targets stand is asked for each row, and worked out once."""
        object.__setattr__(self, "places", self.mapping.places(self.headings))

    @property
    def unowned(self) -> Unknown | None:
        """What to say when neither a column nor the mapping tells who bought."""
        name = self.mapping.name
        if "buyer" in self.mapping.constants or "buyer" in self.places:
            return None
        return Unknown(
            f"a table for the mapping {name} that does not say who bought",
            f'write a mapping with extends = "{name}", a name and the buyer under [constants], and '
            "say --mapping FILE",
        )


def grid_of(path: Path, encoding: str, mappings: Sequence[TableMapping]) -> Grid | None:
    """How to read a table with the first of the mappings that finds its headings; None: none does.

    `encoding` is empty for a spreadsheet. Raises what reading the text raises.
    """
    for separator in SEPARATORS if encoding else ("",):
        try:
            top = list(islice(rows_of(path, encoding, separator), SEARCHED))
        except csv.Error:
            continue
        for mapping in mappings:
            for below, headings in candidates(top):
                if mapping.reads(headings):
                    return Grid(mapping, separator, tuple(headings), below)
    return None


def rows_of(path: Path, encoding: str, separator: str) -> Iterator[Row]:
    """The rows in which anything stands; `separator` is empty for a spreadsheet."""
    if not separator:
        yield from rows_of_workbook(path)
        return
    with text_of(path, encoding) as text:
        reader = csv.reader(_lines(text), delimiter=separator)
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, row


def _lines(text: TextIO) -> Iterator[str]:
    """The lines; csv.Error at one that would not fit in memory."""
    for line in lines_of(text):
        if line is None:
            raise csv.Error(f"a line of more than {MAX_LINE:,} characters")
        yield line


def is_heading(row: Sequence[str], headings: Sequence[str]) -> bool:
    """True for a row that repeats the headings, as a printed table does on each page."""
    return [folded(cell) for cell in row] == [folded(cell) for cell in headings]


def candidates(top: Sequence[Row]) -> Iterator[Row]:
    """Each row as headings; then each with the row above, since merged cells leave it empty."""
    yield from top
    for (_, upper), (line, lower) in zip(top, top[1:], strict=False):
        width = max(len(upper), len(lower))
        pairs = zip(_wide(upper, width), _wide(lower, width), strict=True)
        yield line, [under.strip() or over for over, under in pairs]


def _wide(row: list[str], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))]
