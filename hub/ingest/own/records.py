"""The hub's own files in: new records are stored, and what they tell of is written anew."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import astuple
from datetime import date

from graph import erasing, loading, recording, waiting
from graph.driver import Step
from hub.ingest import batch, files
from hub.ingest.facts import Json, Source
from hub.ingest.files import File
from hub.ingest.intake import Intake, Note, survived
from hub.ingest.own.contradictions import contradictions
from hub.ingest.own.linked import waits
from hub.ingest.own.lives import Life, lives, lots
from hub.ingest.own.reading import Record, record_of, source_of, stored
from hub.ingest.own.steps import Waiting, gone_steps, life_steps, link_steps, record_steps
from hub.ingest.rows import BATCH, Row

# What others of these files refer to: who waits for it, and by which column.
AWAITED = {
    "Product": (waiting.FOR_PRODUCT, "productRef"),
    "Kpi": (waiting.FOR_KPI, "kpiRef"),
}
Line = tuple[int | None, Record, Source]


async def take(intake: Intake, file: File) -> AsyncIterator[int]:
    """Load one of the hub's own files; gives the number of its lines that are in the graph."""
    done = 0
    async for read in intake.pen.gathered(_records(intake, file), BATCH):
        await intake.pen.done()  # what follows looks for what the batch before told of
        if done:
            yield done
        await _batch(intake, file, [one for one in read if one])
        done += len(read)
    await intake.pen.done()
    if done:
        yield done


def _records(intake: Intake, file: File) -> Iterator[Line | None]:
    """The records with their lines and sources; None for one that is refused."""
    source: Source | None = None
    for line, value in files.objects(file, intake.report):
        note = intake.note(file, line)
        if not isinstance(value, dict):
            note("BAD_JSON", "/", "a line that is no object", "write one record a line")
        elif "hub" in value:
            source = source_of(value, note)
        else:
            record = _record(value, source, intake.options.fetched, note)
            intake.count(record)
            yield (line, record, source) if record and source else None


def _record(value: Json, source: Source | None, fetched: date | None, note: Note) -> Record | None:
    if source is None:
        advice = 'begin with a line like {"hub": 1, "source": …} (docs/own-files.md)'
        note("NO_SOURCE", "/", "no line before it says whose data it is", advice)
        return None
    return survived(lambda: record_of(value, source, fetched, note), note)


async def _batch(intake: Intake, file: File, read: Sequence[Line]) -> None:
    ids = [record.id for _, record, _ in read]
    seen = {row[0] for row in await intake.graph.rows(recording.KNOWN, ids=ids)}
    fresh: list[Record] = []
    for _, record, _ in read:
        if record.id in seen:
            intake.summary.repeats += 1
            continue
        seen.add(record.id)
        if intake.in_time(record.public_from):
            fresh.append(record)
    mentions = [body.mention for _, record, _ in read for body in record.bodies]
    steps = intake.mentions(mentions)
    if fresh:
        steps += await _told_steps(intake, file, fresh)
    sources = await _otherwise(intake, file, [source for _, _, source in read])
    await intake.begin([], [*batch.source_steps({one.id: one for one in sources}), *steps])
    intake.summary.records += len(fresh)


async def _told_steps(intake: Intake, file: File, fresh: Sequence[Record]) -> list[Step]:
    """Everything that follows from new records, with what is there of the same things."""
    records: dict[str, dict[str, Record]] = {}
    things = sorted({record.thing for record in fresh})
    for row in await intake.graph.rows(recording.TOLD, things=things):
        one = stored(row)
        records.setdefault(one.thing, {})[one.id] = one
    known = set(records)
    for record in fresh:
        records.setdefault(record.thing, {})[record.id] = record
    found = [life for told in records.values() for life in _lives(list(told.values()))]
    contradictions(intake, file, fresh, records)
    old = await _old(intake, [life for life in found if life.first.thing in known])
    steps = [*record_steps(fresh), *gone_steps(old), *_frameworks(records)]
    steps += life_steps(found, old)
    return steps + link_steps(await _waiting(intake, found))


def _lives(told: Sequence[Record]) -> list[Life]:
    return lots(told) if told[0].noun == "framework" else lives(told)


async def _old(intake: Intake, known: Sequence[Life]) -> Mapping[str, list[str]]:
    """The ids of the nodes that stand for things of which there are records, by label."""
    things: dict[str, set[str]] = {}
    for life in known:
        things.setdefault(life.node.label, set()).add(str(life.node.fixed["thing"]))
    found: dict[str, list[str]] = {}
    for label, named in sorted(things.items()):
        rows = await intake.graph.rows(erasing.LIVES[label], things=sorted(named))
        found[label] = [row[0] for row in rows]
    return {label: ids for label, ids in found.items() if ids}


def _frameworks(records: Mapping[str, Mapping[str, Record]]) -> list[Step]:
    """A node for each framework; what is told of it is settled when the load ends."""
    rows: list[Row] = []
    for thing, told in sorted(records.items()):
        first = min(told.values(), key=lambda record: record.order)
        if first.noun == "framework":
            dated = {"publicFrom": first.public_from, "basis": first.basis, "source": first.source}
            rows.append({"id": thing, "code": first.key, "name": None, **dated})
    return [Step(loading.MERGE_FRAMEWORKS, {"rows": rows})] if rows else []


async def _waiting(intake: Intake, found: Sequence[Life]) -> list[Waiting]:
    """What refers to products and indicators of this batch and is there already."""
    there: list[Waiting] = []
    for label, (table, column) in AWAITED.items():
        refs = {str(one.node.fixed["thing"]) for one in found if one.node.label == label}
        if refs:
            there += await waits(intake.graph, table, column, sorted(refs))
    return there


async def _otherwise(intake: Intake, file: File, told: Sequence[Source]) -> list[Source]:
    """The data sets that are not kept as they should be; whoever describes one anew is named.

    Two headers of one name may differ: the first by alphabet holds, in whatever order they come.
    """
    found: list[Source] = []
    for id in sorted({source.id for source in told}):
        kept = [Source(id, *row) for row in await intake.graph.rows(recording.SOURCE, id=id)]
        said = {one for one in (*kept, *told) if one.id == id}
        first = min(said, key=astuple)
        if len(said) > 1 and not said <= intake.described:
            _say(intake, file, first)
        intake.described |= said
        found += [] if first in kept else [first]
    return found


def _say(intake: Intake, file: File, first: Source) -> None:
    kind = "fictional" if first.fictional else "not fictional"
    told = f"{first.name}, {first.publisher}, {first.licence}, {kind}"
    about = f"its data set is described in two ways; {told} holds"
    intake.report.add("OTHER_SOURCE", file.name, about, "give it one header in all files")
