"""Reference lists in: a whole edition, or nothing of it; the later edition of a list counts."""

import csv
from collections.abc import AsyncIterator, Iterator
from itertools import islice
from typing import Any

from graph import listed
from graph.driver import Graph, Step
from hub.ingest import cpv, entries
from hub.ingest.canonical import leniently_parsed
from hub.ingest.encoding import text_of
from hub.ingest.entries import Edition, Entry, single
from hub.ingest.facts import Source
from hub.ingest.files import BREAKS, MAX_DOCUMENT, File
from hub.ingest.grids import SEPARATORS, rows_of
from hub.ingest.intake import Intake, Note, survived
from hub.ingest.lists import ReferenceList, entry_of, list_of
from hub.ingest.rows import batches
from hub.ingest.soundness import of_text, too_long

MOST = 500_000  # rows of a list: an edition is in memory as a whole


async def take_list(intake: Intake, file: File) -> AsyncIterator[int]:
    """Load a list of bodies; gives the number of its rows when they are done."""
    of, separator = heading_of(file)
    found = _whole(intake, file, _bodies(intake, file, of, separator))
    yield await _store(intake, file, of.id, of.source, found)


async def take_vocabulary(intake: Intake, file: File) -> AsyncIterator[int]:
    """Load the CPV; gives the number of its codes when they are done."""
    found = _whole(intake, file, _codes(intake, file))
    yield await _store(intake, file, cpv.LIST, cpv.SOURCE, found)


def heading_of(file: File) -> tuple[ReferenceList, str]:
    """The list that a file is and what parts its cells; ValueError when it is none any more."""
    for separator in SEPARATORS:
        for _, cells in islice(rows_of(file.path, file.encoding, separator), 1):
            if found := list_of(cells):
                return found, separator
    raise ValueError(f"{file.name} is no reference list")


def _whole(intake: Intake, file: File, read: Iterator[Entry | None]) -> list[Entry]:
    """All entries; none of a file that breaks off, since its other half would count as gone."""
    found: list[Entry] = []
    wrong = ""
    try:
        for entry in islice(read, MOST + 1):
            intake.count(entry)
            found += [entry] if entry else []
    except (*BREAKS, csv.Error, ValueError) as error:
        wrong = getattr(error, "strerror", None) or str(error)
    if len(found) > MOST:
        wrong = f"more than {MOST:,} rows"
    if wrong:
        about = f"nothing of this list was loaded: {wrong}"
        intake.report.add("UNREADABLE_FILE", file.name, about, "give the whole list")
        intake.summary.refused_rows += len(found)
        return []
    if not found:
        intake.report.add("NO_ROWS", file.name, "a list without an entry", "fill it")
    return found


def _bodies(
    intake: Intake, file: File, of: ReferenceList, separator: str
) -> Iterator[Entry | None]:
    headings: list[str] = []
    for line, cells in rows_of(file.path, file.encoding, separator):
        if not headings:
            headings = [cell.strip() for cell in cells]
            continue
        note = intake.note(file, line)
        if len(cells) != len(headings):
            wide = f"{len(cells)} fields, the heading has {len(headings)}"
            if any("\n" in cell for cell in cells):
                raise csv.Error(f"a quote before line {line} is not closed")
            intake.report.add("BAD_ROW", file.name, wide, "quote fields", line=line)
            continue
        row = dict(zip(headings, cells, strict=True))
        yield _sound(survived(lambda row=row, note=note: entry_of(of, row, note), note), note)


def _codes(intake: Intake, file: File) -> Iterator[Entry | None]:
    note = intake.note(file, None)
    with text_of(file.path, file.encoding) as text:
        value: Any = leniently_parsed(text.read(MAX_DOCUMENT))
    for code, label in value.items():
        entry = cpv.entry_of(code, label)
        if entry is None:
            note("MISSING_VALUE", f"/{code}", "a code without a label", "write what it means")
        yield _sound(entry, note)


def _sound(entry: Entry | None, note: Note) -> Entry | None:
    """The entry, or None with a finding when a text in it can't be stored or indexed."""
    for value in entries.values(entry) if entry else ():
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str) and (wrong := of_text(text) or too_long(text)):
                note("BAD_VALUE", "/", wrong, "mend the cell")
                return None
    return entry


async def _store(intake: Intake, file: File, id: str, source: Source, found: list[Entry]) -> int:
    """Make this the edition that counts if it is the later one; the number of rows."""
    if not found:
        return 0
    kept = single(found)
    fetched = intake.options.fetched.isoformat() if intake.options.fetched else ""
    new = entries.edition(kept, fetched)
    old = (await stored_editions(intake.graph)).get(id)
    if old and old.digest != new.digest:
        _tell(intake, file, old, new)
    if old and old.order >= new.order:
        intake.summary.repeats += len(found)
        return len(found)
    intake.known.changed = True  # lists are evidence of who is who
    if old is None or old.digest != new.digest:
        for batch in batches(entries.rows(id, new.digest, kept)):
            await intake.write([source], [Step(listed.MERGE_LISTED, {"rows": list(batch)})])
        intake.summary.entries += len(kept)
        intake.summary.repeats += len(found) - len(kept)
    else:
        intake.summary.repeats += len(found)
    await intake.write(
        [source], [Step(listed.MERGE_LIST, {"rows": [_header(id, source, new, kept)]})]
    )
    await sweep(intake.graph)
    return len(found)


def _tell(intake: Intake, file: File, old: Edition, new: Edition) -> None:
    """Say which of two editions counts, and by what."""
    days = [one.fetched or "an unknown day" for one in (new, old)]
    does = "replaces" if new.order > old.order else "does not replace"
    about = f"this edition, fetched on {days[0]}, {does} the loaded one of {days[1]}"
    advice = "say --fetched DATE for each edition, so that the latest counts"
    intake.report.add("OTHER_EDITION", file.name, about, advice)


def _header(id: str, source: Source, new: Edition, kept: list[Entry]) -> dict[str, Any]:
    values = {
        "edition": new.digest,
        "fetched": new.fetched or None,
        "newest": new.newest or None,
        "entries": len(kept),
        "source": source.id,
    }
    return {"id": id, "values": values}


async def stored_editions(graph: Graph) -> dict[str, Edition]:
    """The edition of each list that counts."""
    rows = await graph.rows(listed.LISTS)
    return {
        id: Edition(digest, fetched or "", newest or "") for id, digest, fetched, newest in rows
    }


async def sweep(graph: Graph) -> None:
    """Delete the rows of editions that don't count: replaced ones, and what was cut off."""
    counting = {id: one.digest for id, one in (await stored_editions(graph)).items()}
    for id, digest in await graph.rows(listed.EDITIONS):
        if counting.get(id) == digest:
            continue
        ids = [row[0] for row in await graph.rows(listed.ENTRY_IDS, list=id, edition=digest)]
        for batch in batches(ids):
            await graph.write(Step(listed.DELETE_LISTED, {"ids": list(batch)}))
