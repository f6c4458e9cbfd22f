"""`hub load --explain`: how a file would be read, row by row, without writing to the graph."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from graph.errors import BadInput
from hub.ingest.archives import Place, unpacked
from hub.ingest.coerce import Note
from hub.ingest.columns import WORDS, is_day, is_money, points
from hub.ingest.encoding import encoding_of
from hub.ingest.files import BREAKS, File, known
from hub.ingest.grids import SEARCHED, SEPARATORS, Grid, Row, candidates, grid_of, rows_of
from hub.ingest.guess import Guess, guessed, name_of
from hub.ingest.intake import survived
from hub.ingest.mapping import Mapping as TableMapping
from hub.ingest.mapping import mapping_in, shipped
from hub.ingest.mappingfile import as_toml, extending
from hub.ingest.places import files_of
from hub.ingest.report import Report
from hub.ingest.tablerows import rows_below
from hub.ingest.workbooks import is_workbook
from hub.ingest.wouldload import would_load

SHOWN = 10  # rows that are shown as they would load
TRIED = 5_000  # rows that are tried
LOOKED = 200  # rows that a guess looks at
NOBODY = "(the body that you name)"
SOME_DAY = date(2000, 1, 1)  # stands for --fetched, which decides no more than a row's public time
KINDS = {
    "gcloud": "G-Cloud sales returns",
    "ocds": "OCDS releases",
    "list": "a reference list of bodies",
    "vocabulary": "the CPV",
}


@dataclass
class Explanation:
    """`reader`: the mapping or kind that takes the file, None: a guess; `toml`: a file to edit."""

    file: str
    reader: str | None = None
    own: bool = False  # the reader was given by --mapping
    kind: str = "table"
    columns: dict[str, str] = field(default_factory=dict[str, str])
    sure: list[str] = field(default_factory=list[str])
    unsure: list[str] = field(default_factory=list[str])
    left: list[str] = field(default_factory=list[str])
    personal: list[str] = field(default_factory=list[str])
    rows: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    tried: int = 0
    more: bool = False  # not all rows were tried
    refused: int = 0
    findings: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    codes: Counter[str] = field(default_factory=Counter[str])
    fetched: bool = False  # loading needs --fetched
    toml: str | None = None


def explained(
    path: Path, mapping: TableMapping | None, fetched: date | None, written: str
) -> Explanation:
    """How a file would be read; `written`: what the mapping file will be called.

    Raises BadInput when it is none that could be a table, with the reason.
    """
    report = Report()
    place = _place(path, report)
    file = known(place, report, mapping)
    if file and file.grid is None:
        return Explanation(place.name, KINDS[file.kind], kind=file.kind)
    if file and file.grid:
        made = Explanation(place.name, file.grid.mapping.name, file.grid.mapping == mapping)
        made.columns = {
            target: " ".join(file.grid.headings[at].split())
            for target, at in file.grid.places.items()
        }
        return _tried(made, file, file.grid, fetched, report)
    return _unknown(place, mapping, fetched, written, report)


def _place(path: Path, report: Report) -> Place:
    """The file; of an archive the first in it."""
    if path.is_dir():
        raise BadInput(f"--explain: {path.name or path} is a folder; name one file in it.")
    for one, name in files_of([path], report):
        for place in unpacked(one, name, report):
            return place
    raise _refusal(report, path.name)


def _refusal(report: Report, name: str) -> BadInput:
    for finding in report.findings:
        return BadInput(f"{finding.file}: {finding.message}; {finding.advice}.")
    return BadInput(f"{name} holds no file.")


def _unknown(
    place: Place, mapping: TableMapping | None, fetched: date | None, written: str, report: Report
) -> Explanation:
    """No mapping takes it as it is: one of the hub's that lacks the buyer, or a guess."""
    try:
        encoding = "" if is_workbook(place.path) else encoding_of(place.path)[0]
        grid = grid_of(place.path, encoding, (mapping, *shipped()) if mapping else shipped())
        name = name_of(Path(place.name))
        if grid:
            base = grid.mapping.name
            made = Explanation(place.name, base, grid.mapping == mapping)
            made.unsure.append("buyer: no column says who bought; write the body into the file")
            lacking = not grid.mapping.public
            if not made.own:
                made.toml = extending(base, name, place.name, written, lacking)
        else:
            separator, headings, below, rows = _top(place, encoding, report)
            guess = guessed(name, headings, rows)
            made = _of_guess(place.name, guess)
            made.toml = as_toml(guess, place.name, written)
            if not guess.columns:
                return made
            grid = Grid(mapping_in(made.toml, written), separator, tuple(headings), below)
    except (*BREAKS, csv.Error) as error:
        about = getattr(error, "strerror", None) or str(error)
        raise BadInput(f"{place.name} can't be read: {about}.") from error
    if grid.unowned:
        constants = {**grid.mapping.constants, "buyer": NOBODY}
        grid = replace(grid, mapping=replace(grid.mapping, constants=constants))
    made.columns = made.columns or {
        target: " ".join(grid.headings[at].split()) for target, at in grid.places.items()
    }
    file = File(place.path, place.name, "table", encoding, spool=place.spool, grid=grid)
    return _tried(made, file, grid, fetched, report)


def _of_guess(name: str, guess: Guess) -> Explanation:
    return Explanation(
        name,
        columns=guess.columns,
        sure=guess.sure,
        unsure=guess.unsure,
        left=guess.left,
        personal=guess.personal,
    )


def _top(
    place: Place, encoding: str, report: Report
) -> tuple[str, list[str], int, list[list[str]]]:
    """The separator, the headings with the line that they end on, and some rows below."""
    best: tuple[int, str, Row, list[Row]] | None = None
    for separator in SEPARATORS if encoding else ("",):
        try:
            top = list(islice(rows_of(place.path, encoding, separator), SEARCHED + LOOKED))
        except csv.Error:
            continue
        if not top:
            continue
        width = Counter(len(row) for _, row in top).most_common(1)[0][0]
        for row in candidates(top[:SEARCHED]):
            score = _heading_like(row[1], width)
            if width > 1 and score > (best[0] if best else 0):
                best = (score, separator, row, top)
    if best is None:
        first = next((one for one in report.findings), None)
        about = first.message if first else "no rows in columns"
        raise BadInput(
            f"{place.name} is no table: {about}. Give CSV, TSV, XLSX or ODS with a row of headings."
        )
    _, separator, (below, headings), top = best
    rows = [row for line, row in top if line > below and len(row) <= len(headings)]
    return separator, headings, below, rows[:LOOKED]


def _heading_like(row: Sequence[str], width: int) -> int:
    """How much a row looks like headings: known words count most, then being texts that differ."""
    said = [cell for cell in row if cell.strip()]
    if not said or any(is_day(cell) or is_money(cell) for cell in said):
        return 0
    known_words = sum(max(points(target, cell) for target in WORDS) for cell in said)
    full = len({cell.casefold() for cell in said}) * 2 >= width
    return known_words + len(said) if full else 0


def _tried(
    made: Explanation, file: File, grid: Grid, fetched: date | None, before: Report
) -> Explanation:
    """Try the rows as a load would; the first ten are kept as they would load."""
    report = Report()
    mapping = grid.mapping
    known_by_rule = "assumed" in mapping.units or mapping.record == "return"
    made.fetched = not (mapping.public or known_by_rule or fetched)
    day = fetched or SOME_DAY
    try:
        for line, row in islice(rows_below(file, grid, report), TRIED + 1):
            if made.tried == TRIED:
                made.more = True
                break
            made.tried += 1
            told_by_row = survived(
                lambda row=row, line=line: would_load(grid, row, day, _note(report, file, line)),
                _note(report, file, line),
            )
            if told_by_row is None:
                made.refused += 1
            elif len(made.rows) < SHOWN:
                made.rows.append({"line": str(line), **told_by_row})
    except (*BREAKS, csv.Error) as error:
        about = f"breaks off: {getattr(error, 'strerror', None) or error}"
        report.add("UNREADABLE_FILE", file.name, about, "check the file")
    made.refused += report.codes["BAD_ROW"]
    made.tried += report.codes["BAD_ROW"]
    report.codes.update(
        {code: count for code, count in before.codes.items() if code != "UNKNOWN_FILE"}
    )
    made.codes = report.codes
    told = [one for one in before.findings if one.code != "UNKNOWN_FILE"] + report.findings
    told.sort(key=lambda one: not one.refused)
    made.findings = [
        {
            "code": one.code,
            "line": one.line,
            "column": one.field,
            "message": one.message,
            "advice": one.advice,
            "refused": one.refused,
        }
        for one in told
    ]
    return made


def _note(report: Report, file: File, line: int) -> Note:
    def note(code: str, path: str, message: str, advice: str) -> None:
        report.add(code, file.name, message, advice, line=line, field=path)

    return note
