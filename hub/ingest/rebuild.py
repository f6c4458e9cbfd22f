"""The processes of ocids, anew from their stored releases, in one transaction a batch."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from functools import partial
from itertools import chain

from graph import performancewriting, rebuilding
from graph.driver import Graph, Step
from hub.ingest import editions
from hub.ingest.compile import History, Prepared, Process, has_buyer, history, processes
from hub.ingest.deriving import derived, known_steps, new_steps
from hub.ingest.facts import Release
from hub.ingest.held import Held
from hub.ingest.intake import Intake, Note, survived
from hub.ingest.ocds import ignored, prepared
from hub.ingest.report import Report
from hub.ingest.rows import batches

OCIDS = 100  # a batch: few enough for one transaction, whatever hangs on them
NEW = 500  # a batch of ocids that the graph had not: nothing hangs on them yet


async def rebuild(
    intake: Intake, ocids: Collection[str], held: Held
) -> AsyncIterator[tuple[int, int]]:
    """Derive these processes again; gives, a batch, its ocids and the processes they have now."""
    whole = await editions.stored(intake.graph)
    new = sorted(ocid for ocid in ocids if held.is_new(ocid))
    known = sorted(ocid for ocid in ocids if not held.is_new(ocid))
    before = (0, 0)
    for batch in chain(batches(new, NEW), batches(known, OCIDS)):
        count = await _rebuild(intake, batch, held, whole)
        if before[0]:
            yield before
        before = (len(batch), count)
    await intake.pen.done()
    if before[0]:
        yield before


async def _rebuild(
    intake: Intake, ocids: Sequence[str], held: Held, whole: editions.Editions
) -> int:
    """Begin to write the processes of some ocids; how many they are."""
    stored = await _stored(intake, ocids, held)
    found: list[Process] = []
    histories: list[History] = []
    for process in (process for ocid in ocids for process in processes(stored[ocid])):
        # Each release was read alone; should all of them fail together, the others must not.
        gone = editions.missing(process, whole)
        read = partial(history, process, gone)
        if told := survived(read, _noted(intake, process)):
            found.append(process)
            histories.append(told)
        await intake.pen.turn()
    _report(stored, found, histories, intake.report)
    told = derived(found, histories)
    if all(map(held.is_new, ocids)):
        await intake.pen.begin(new_steps(told))
    else:
        old = await _built(intake.graph, ocids)
        await intake.pen.begin([*_gone(old), *known_steps(told, old)])
    return len(found)


def _noted(intake: Intake, process: Process) -> Note:
    def note(code: str, path: str, message: str, advice: str) -> None:
        about = f"{message} (the process of {process.ocid})"
        intake.report.add(code, "", about, advice, field=path)

    return note


async def _stored(intake: Intake, ocids: Sequence[str], held: Held) -> dict[str, list[Prepared]]:
    """All releases of these ocids: what this load holds ready, else what is in the graph."""
    stored: dict[str, list[Prepared]] = {ocid: held.take(ocid) or [] for ocid in ocids}
    known = [ocid for ocid in ocids if not held.is_new(ocid)]
    for row in await intake.graph.rows(rebuilding.RELEASES, ocids=known) if known else []:
        release = Release(*row)
        stored[release.ocid].append(prepared(release, ignored)[0])
    return stored


async def _built(graph: Graph, ocids: Sequence[str]) -> dict[str, list[str]]:
    """The ids of what stands for these ocids, by label."""
    rows = await graph.rows(rebuilding.BUILT, ocids=list(ocids))
    ids = [row[0] for row in rows]
    if not ids:
        return {}
    found = {"Procurement": ids}
    for label, statement in (
        ("Lot", rebuilding.BUILT_LOTS),
        ("Award", rebuilding.BUILT_AWARDS),
        ("Contract", rebuilding.BUILT_CONTRACTS),
        ("Notice", rebuilding.BUILT_NOTICES),
        ("Amendment", rebuilding.BUILT_AMENDMENTS),
        *performancewriting.BUILT.items(),
    ):
        found[label] = [row[0] for row in await graph.rows(statement, ids=ids)]
    return found


def _gone(old: Mapping[str, list[str]]) -> list[Step]:
    """Take away the states and edges; the nodes stay, until it is known which come back."""
    steps = [Step(rebuilding.CLEAR_STATES[label], {"ids": ids}) for label, ids in old.items()]
    if old:
        steps.append(Step(rebuilding.CLEAR_PROCESS_EDGES, {"ids": old["Procurement"]}))
        steps.append(Step(rebuilding.CLEAR_CONTRACT_EDGES, {"ids": old["Contract"]}))
        for label, statement in performancewriting.CLEAR_EDGES.items():
            steps.append(Step(statement, {"ids": old[label]}))
    return steps


def _report(
    stored: Mapping[str, Sequence[Prepared]],
    found: Sequence[Process],
    histories: Sequence[History],
    report: Report,
) -> None:
    for process, one in zip(found, histories, strict=True):
        ocid = process.ocid
        if process.split:
            wrong = f"{ocid} is another buyer's too; each got a process of its own"
            report.add("OCID_REUSED", "", wrong, "give each procurement its own ocid")
        for skipped in one.skipped:
            wrong = (
                f"{ocid}: release {skipped.release.reference} contradicts an earlier one's types"
            )
            report.add("INCONSISTENT_TYPES", "", wrong, "keep lists lists and objects objects")
        alone = [each for each in process.releases if not has_buyer(each)]
        if alone and len(stored[ocid]) > 1:
            wrong = f"{ocid}: {len(alone)} releases name no buyer; joined by what they share"
            report.add("NO_BUYER", "", wrong, "name the buyer in every release")
