"""Editions of registers that are stated to be complete: a row that one of them lacks has ended."""

from collections.abc import Mapping, Sequence

from graph import sources
from graph.clock import start_of
from graph.driver import Graph, Step
from hub.ingest.compile import Process
from hub.ingest.files import File
from hub.ingest.intake import Intake
from hub.ingest.mapping import Mapping as TableMapping
from hub.ingest.rowreleases import prefix_of

Editions = Mapping[str, Sequence[str]]  # by data set: public times, in order


async def stored(graph: Graph) -> Editions:
    """The complete editions that are known."""
    return {id: tuple(editions) for id, editions in await graph.rows(sources.EDITIONS)}


async def note(intake: Intake, file: File, mapping: TableMapping, refused: int) -> None:
    """Keep that this file was a complete edition, unless rows of it were refused."""
    fetched = intake.options.fetched
    if fetched is None or not intake.in_time(start_of(fetched)):
        return
    if refused:
        about = f"{refused} rows could not be read, so rows that are missing were not ended"
        intake.report.add("EDITION_NOT_WHOLE", file.name, about, "mend them and load it again")
        return
    since, id = start_of(fetched), mapping.source.id
    if since in (await stored(intake.graph)).get(id, ()):
        return
    values = {"id": id, "since": since}
    await intake.write([mapping.source], [Step(sources.ADD_EDITION, values)])
    rows = await intake.graph.rows(sources.ROWS, prefix=f"{prefix_of(mapping)}-")
    intake.touched |= {row[0] for row in rows if intake.mine(row[0])}


def missing(process: Process, editions: Editions) -> list[str]:
    """When complete editions came of the data set of a process that did not have its row."""
    source = process.releases[0].release.source
    told = {one.release.public_from for one in process.releases}
    return [since for since in editions.get(source, ()) if since > min(told) and since not in told]
