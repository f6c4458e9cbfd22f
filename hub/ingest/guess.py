"""A mapping guessed from a table's headings and cells, what is sure of it, what not, why."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hub.ingest import columns
from hub.ingest.cells import NUMERIC
from hub.ingest.columns import ColumnOf, columns_of
from hub.ingest.mapping import TARGETS, folded
from hub.ingest.rowcells import PARTS, PERSONAL

KEYS = (
    ("reference",),
    ("title", "supplier"),
    ("title", "supplier", "start"),
    ("title", "supplier", "start", "value"),
    ("supplier", "start", "value"),
    ("title", "published"),
    ("title",),
)


@dataclass
class Guess:
    """`columns`: target to heading. `sure`, `unsure`: what is said about each, for a person.

    `left`: headings that stay beside the contract as they are; `personal`: those left out.
    """

    name: str
    record: str = "contract"
    columns: dict[str, str] = field(default_factory=dict[str, str])
    recognise: list[str] = field(default_factory=list[str])
    key: list[str] = field(default_factory=list[str])
    public: list[str] = field(default_factory=list[str])
    units: dict[str, str] = field(default_factory=dict[str, str])
    sure: list[str] = field(default_factory=list[str])
    unsure: list[str] = field(default_factory=list[str])
    left: list[str] = field(default_factory=list[str])
    personal: list[str] = field(default_factory=list[str])


@dataclass(frozen=True, slots=True)
class _Choice:
    points: int
    target: str
    column: ColumnOf
    share: float | None


def name_of(path: Path) -> str:
    """A name for the mapping of a file: small letters, digits and hyphens."""
    words = re.findall(r"[a-z0-9]+", path.name.split(".")[0].casefold())
    return "-".join(["my", *words] if words else ["my", "table"])


def guessed(name: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Guess:
    """The mapping that fits best; `rows` are those below the headings, some hundred will do."""
    guess, table = Guess(name), columns_of(headings, rows)
    spent = _tells_of_payments(headings)
    targets = TARGETS["spend" if spent else "contract"]
    taken = _by_heading(guess, table, [one for one in columns.WORDS if one in targets])
    _by_cells(guess, table, taken, targets)
    award = "published" in taken and "end" not in taken
    guess.record = "spend" if spent else "award" if award else "contract"
    _key(guess, taken, rows)
    _public(guess, taken)
    _dates(guess, taken)
    if any("&amp;" in cell or "&#" in cell for one in table for cell in one.said):
        guess.units["text"] = "html"
    if "buyer" not in taken:
        guess.unsure.append("buyer: no column says who bought; write the body under [constants]")
    used = {one.place for one in taken.values()}
    for one in table:
        if one.place not in used and one.heading:
            personal = PERSONAL.search(PARTS.sub(" ", one.heading))
            (guess.personal if personal else guess.left).append(one.heading)
    return guess


def _tells_of_payments(headings: Sequence[str]) -> bool:
    """True for a spend list: a day of payment, and neither a term nor a day of publication."""
    exact = {
        target
        for target in columns.WORDS
        for heading in headings
        if columns.points(target, heading) == columns.EXACT
    }
    return "paid" in exact and not exact & {"start", "end", "published", "deadline", "title"}


def _by_heading(
    guess: Guess, table: Sequence[ColumnOf], targets: Sequence[str]
) -> dict[str, ColumnOf]:
    """Targets that headings name, the plainest words first; what the cells contradict is left."""
    choices = [
        _Choice(points, target, column, columns.share(target, column))
        for column in table
        for target in targets
        if (points := columns.points(target, column.heading))
    ]
    choices.sort(key=lambda one: (-one.points, one.column.place, targets.index(one.target)))
    taken: dict[str, ColumnOf] = {}
    for one in choices:
        if one.target in taken or one.column in taken.values() or _repeated(one.column, taken):
            continue
        if one.share is not None and one.share < columns.DISAGREE:
            if one.points == columns.EXACT:
                guess.unsure.append(f"{_says(one)}; left out")
            continue
        if PERSONAL.search(PARTS.sub(" ", one.column.heading)):
            continue
        if one.target == "reference" and one.points < columns.EXACT and not one.column.distinct:
            continue
        taken[one.target] = one.column
        guess.columns[one.target] = one.column.heading
        agrees = one.share is None or one.share >= columns.AGREE
        (guess.sure if one.points == columns.EXACT and agrees else guess.unsure).append(_says(one))
    return taken


def _repeated(column: ColumnOf, taken: Mapping[str, ColumnOf]) -> bool:
    """Of two columns with one heading only the first can be named."""
    return any(folded(one.heading) == folded(column.heading) for one in taken.values())


def _says(one: _Choice) -> str:
    heading = "its heading says so" if one.points == columns.EXACT else "its heading hints at it"
    total = len(one.column.said)
    if not total:
        cells = "no cell to check it by"
    elif one.share is None:
        cells = f"{total} cells with text"
    else:
        cells = f"{round(one.share * total)} of {total} cells are {columns.what(one.target)}"
    return f'{one.target}: column "{one.column.heading}"; {heading}, {cells}'


def _by_cells(
    guess: Guess,
    table: Sequence[ColumnOf],
    taken: dict[str, ColumnOf],
    targets: Collection[str],
) -> None:
    """Targets that no heading named but whose cells can hardly be anything else: never sure."""
    tests = (
        ("cpv", columns.is_cpv, 0.8, "codes of eight digits"),
        ("supplier", columns.is_firm, 0.3, "names with Ltd, plc and their like"),
        ("buyer", columns.is_body, 0.8, "names of public bodies"),
        ("value", _is_pounds, 0.8, "amounts in pounds"),
    )
    for target, test, least, what in tests:
        free = [one for one in table if one not in taken.values() and folded(one.heading)]
        if target not in targets:
            continue
        for one in free:
            if target in taken or not one.said or _repeated(one, taken):
                continue
            if sum(test(cell) for cell in one.said) / len(one.said) >= least:
                taken[target] = one
                guess.columns[target] = one.heading
                about = f'{target}: column "{one.heading}"; its cells are {what}'
                guess.unsure.append(about)
    for one in table:
        days = one.said and all(columns.is_day(cell) for cell in one.said)
        if days and one not in taken.values():
            which = ", ".join(target for target in columns.DAYS if target in targets)
            guess.unsure.append(f'"{one.heading}": dates; say which: {which}')


def _is_pounds(text: str) -> bool:
    return text[:1] in "£\ufffd" and columns.is_money(text)


def _key(guess: Guess, taken: Mapping[str, ColumnOf], rows: Sequence[Sequence[str]]) -> None:
    """What tells rows apart; what the table must have to be known again."""
    if guess.record == "spend":
        guess.recognise = [one for one in ("paid", "supplier", "value") if one in taken]
        return
    possible = [key for key in KEYS if set(key) <= taken.keys()]
    for key in possible:
        told = [tuple(_cell(row, taken[target]) for target in key) for row in rows]
        told = [one for one in told if all(one)]
        if told and len(set(told)) == len(told):
            guess.key = list(key)
            guess.sure.append(f"key: {' and '.join(key)}; no two of {len(told)} rows agree in it")
            break
    else:
        guess.key = list(possible[0] if possible else list(taken)[:1])
        about = f"{' and '.join(guess.key)} is the same" if guess.key else "nothing is known"
        guess.unsure.append(
            f"key: {about} in several rows, and these would become one; add what tells rows apart"
        )
    wanted = (*guess.key, "title", "supplier", "value", "start", "end", "published")
    guess.recognise = list(dict.fromkeys(one for one in wanted if one in taken))


def _cell(row: Sequence[str], column: ColumnOf) -> str:
    return " ".join(row[column.place].split()) if column.place < len(row) else ""


def _public(guess: Guess, taken: Mapping[str, ColumnOf]) -> None:
    if guess.record == "spend":
        guess.units["assumed"] = "quarter after"
        guess.unsure.append(
            "public: no column says since when lines were public; assumed from the month after the "
            "quarter; say --fetched and the day of your copy if you know it"
        )
        return
    if "published" in taken:
        guess.public = ["published", *(["signed"] if "signed" in taken else [])]
        return
    guess.unsure.append(
        "public: no column says since when rows were public; say --fetched and the day of your copy"
    )


def _dates(guess: Guess, taken: Mapping[str, ColumnOf]) -> None:
    """Whether the day or the month comes first, as far as the cells tell."""
    pairs = [
        (int(found[1]), int(found[2]))
        for target in columns.DAYS
        for cell in (taken[target].said if target in taken else ())
        if (found := NUMERIC.fullmatch(cell))
    ]
    if any(second > 12 for _, second in pairs) and not any(first > 12 for first, _ in pairs):
        guess.units["dates"] = "month first"
        guess.sure.append("dates: the month comes first")
    elif pairs and not any(first > 12 for first, _ in pairs):
        guess.unsure.append("dates: day or month first? Read as day first; no cell tells")
