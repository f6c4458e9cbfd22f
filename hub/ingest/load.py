"""`hub load`: files become facts, batch by batch, each batch one transaction; then the grouping.

Every batch leaves the graph whole. A load that is cut off leaves a marker, and the next load then
derives anew whatever is derived; so loading again after any interruption ends in the same graph.
"""

import gc
from collections.abc import Callable, Collection, Generator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from graph import generations, linking, loading, rebuilding
from graph.driver import Graph, Step
from hub.ingest import batch, files, tree
from hub.ingest.accounts import accounted
from hub.ingest.doubting import keep, likeliest
from hub.ingest.grouping import disputed, meanings
from hub.ingest.held import Held
from hub.ingest.intake import Intake, LoadOptions
from hub.ingest.known import evidence, known
from hub.ingest.leases import Side, alone, beside, demand_imported
from hub.ingest.own.linked import link_late
from hub.ingest.pen import Pen
from hub.ingest.rebuild import rebuild
from hub.ingest.reference import sweep
from hub.ingest.report import UNREAD, Report, Summary
from hub.ingest.rows import batches
from hub.ingest.settle import regroup, settle
from hub.ingest.subjects import of_mention
from hub.ingest.takes import TAKES

DIVIDED = ("ocds", "table")  # kinds of which each loader of a part takes its own rows

SELDOM = 20_000  # objects made and not dropped before cycles are sought among them; 700 otherwise
__all__ = ["LoadOptions", "Progress", "derive", "load"]


@dataclass(frozen=True, slots=True)
class Progress:
    """What the load is at: `done` of `total` (None: not known) in `stage`."""

    stage: str
    done: int
    total: int | None = None


Hear = Callable[[Progress], None]


async def load(
    graph: Graph, paths: Sequence[Path], options: LoadOptions, report: Report, progress: Hear
) -> Summary:
    """Load files and folders; one load at a time.

    Raises HubError when the graph fails, Conflict when somebody else works on it.
    """
    started = perf_counter()
    found = files.found(paths, report, options.mapping)
    summary = Summary(files=len(found))
    if found:
        await _load(graph, found, options, report, summary, progress)
    unread_files = ("UNKNOWN_FILE", "UNREADABLE_FILE", "ARCHIVE_LIMIT")
    summary.unknown_files = sum(report.codes[code] for code in unread_files)
    unread = sum(report.codes[code] for code in UNREAD)
    summary.rows += unread
    summary.refused_rows += unread
    summary.skipped = report.codes["INCONSISTENT_TYPES"]
    summary.findings = sum(report.codes.values())
    summary.seconds = round(perf_counter() - started, 2)
    return summary


async def _load(
    graph: Graph,
    found: Sequence[files.File],
    options: LoadOptions,
    report: Report,
    summary: Summary,
    progress: Hear,
) -> None:
    """Take in the files and derive what follows, alone or beside the loaders of other parts."""
    async with beside(graph, options.part) if options.part else alone(graph, "hub load") as side:
        await demand_imported(graph)
        cut_off = (side is None or side.first) and bool(await graph.rows(loading.UNFINISHED))
        there = await known(graph)
        async with Pen(graph) as pen:
            intake = Intake(graph, options, report, summary, there, pen)
            intake.frameworks = {row[0] for row in await graph.rows(linking.FRAMEWORK_IDS)}
            with closing(intake.held), _cycles_sought_seldom():
                await _take(intake, found, progress)
                if side:
                    await _end_part(intake, side, cut_off, progress)
                elif summary.changed or cut_off:
                    await derive(intake, cut_off, progress)
        meant = intake.known.meanings.values()
        summary.mentions = len(meant)
        summary.organisations = len({one.organisation for one in meant})


async def _end_part(intake: Intake, side: Side, cut_off: bool, progress: Hear) -> None:
    """The processes of this part; the last of all loaders derives what follows from all parts."""
    graph = intake.graph
    intake.held.end()
    await _processes(intake, intake.touched, intake.held, progress)
    await intake.pen.done()
    if not await side.last(broken=cut_off) or not await graph.rows(loading.UNFINISHED):
        return
    intake.known = await known(graph)
    intake.known.changed = intake.summary.changed = True
    await _order(intake)
    if side.everything:
        await derive(intake, True, progress)
    else:
        await _group(intake)
        await _conclude(intake, {row[0] for row in await graph.rows(rebuilding.OCIDS)}, True)


async def _order(intake: Intake) -> None:
    """Put the lists of mentions that several loaders wrote in the order that one would write."""
    mentions = intake.known.mentions
    ordered = {id: mention.joined(mention) for id, mention in mentions.items()}
    wrong = [one for id, one in sorted(ordered.items()) if one != mentions[id]]
    for some in batches(wrong):
        await intake.graph.write(*batch.mention_steps(some, []))
    mentions |= ordered


@contextmanager
def _cycles_sought_seldom() -> Generator[None]:
    """A load makes and drops millions of small objects, of which next to none refers to itself."""
    before = gc.get_threshold()
    gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


async def _take(intake: Intake, found: Sequence[files.File], progress: Hear) -> None:
    """What is in the files, into the graph."""
    for file in found:
        if file.kind not in DIVIDED and not intake.mine(""):
            continue
        with accounted(intake.report, intake.summary, file.name, file.kind):
            async for rows in TAKES[file.kind](intake, file):
                progress(Progress(file.name, rows))


async def derive(intake: Intake, everything: bool, progress: Hear) -> None:
    """All that follows from more than one batch; `everything`: not only from this load's."""
    graph, there = intake.graph, intake.known
    ocids, held = intake.touched, intake.held
    held.end()
    if everything:
        await sweep(graph)
        # What is held may lack what the load that was cut off has written.
        ocids, held = {row[0] for row in await graph.rows(rebuilding.OCIDS)}, Held()
    # Who is who comes first: an edge that is made where it belongs need not be moved.
    progress(Progress("organisations", len(there.mentions)))
    if there.changed or everything:
        await _group(intake)
    await _processes(intake, ocids, held, progress)
    await _conclude(intake, ocids, everything)


async def _processes(intake: Intake, ocids: Collection[str], held: Held, progress: Hear) -> None:
    done = 0
    async for count, built in rebuild(intake, ocids, held):
        done += count
        intake.summary.processes += built
        progress(Progress("procurements", done, len(ocids)))


async def _conclude(intake: Intake, ocids: Collection[str], everything: bool) -> None:
    """What follows from all processes and payments together; then the load has ended."""
    graph, there = intake.graph, intake.known
    await settle(graph, there)
    await link_late(intake, ocids, everything=everything)
    for code in await tree.unlisted(graph):
        wrong = f"the loaded CPV has no code {code}; it is kept, without a place in the tree"
        intake.report.add("UNLISTED_CATEGORY", "", wrong, "check the code with whoever states it")
    await graph.write(Step(loading.END), generations.renewed())


async def _group(intake: Intake) -> None:
    """Who is who, anew: only what differs from what is stored is written."""
    graph, there = intake.graph, intake.known
    mentions = list(there.mentions.values())
    wanted, groups = meanings(mentions, await evidence(graph))
    await regroup(graph, there, wanted)
    await keep(graph, likeliest([of_mention(one) for one in mentions], groups))
    for number in disputed(mentions, groups):
        intake.report.add(
            "DISPUTED_IDENTIFIER",
            "",
            f"{number} stands beside contradicting numbers; it did not join all who bear it",
            "check who bears this number",
        )
