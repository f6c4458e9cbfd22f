"""The processes of ocids, anew from their stored releases, in one transaction a batch."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from functools import partial
from itertools import chain

from graph import performancewriting, rebuilding
from graph.driver import Graph, Step
from graph.ids import make_id
from graph.loading import MERGE_CATEGORIES, MERGE_FRAMEWORKS, Statement
from hub.ingest import editions
from hub.ingest.compile import History, Prepared, Process, has_buyer, history, processes
from hub.ingest.facts import Node, Release
from hub.ingest.held import Held
from hub.ingest.intake import Intake, Note, survived
from hub.ingest.ocds import ignored, prepared
from hub.ingest.report import Report
from hub.ingest.rows import Row, batches, link_row, node_row, state_rows

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
    old = await _built(intake.graph, [ocid for ocid in ocids if not held.is_new(ocid)])
    await intake.pen.begin([*_gone(old), *_come(found, histories, old)])
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
    rows = await graph.rows(rebuilding.BUILT, ocids=list(ocids)) if ocids else []
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


def _come(
    found: Sequence[Process], histories: Sequence[History], old: Mapping[str, list[str]]
) -> list[Step]:
    nodes = [node for one in histories for node in one.nodes]
    now = {node.id for node in nodes}
    pairs: list[tuple[Statement, list[Row]]] = [*_named(nodes, histories)]
    for label, statement in rebuilding.MERGE_NODES.items():
        here = [node for node in nodes if node.label == label]
        states = [row for node in here for row in state_rows(node.id, node.states)]
        pairs.append((statement, [node_row(node) for node in here]))
        pairs.append((rebuilding.CREATE_STATES[label], states))
    pairs.append((rebuilding.CREATE_EDGES["TELLS"], [r for p in found for r in _tells(p)]))
    links = [link for one in histories for link in one.links]
    for type, statement in rebuilding.CREATE_EDGES.items():
        pairs.append((statement, [link_row(link) for link in links if link.type == type]))
    steps = [Step(statement, {"rows": rows}) for statement, rows in pairs if rows]
    for label, ids in old.items():
        gone = [id for id in ids if id not in now]
        if gone:
            steps.append(Step(rebuilding.DELETE_GONE[label], {"ids": gone}))
    return steps


def _tells(process: Process) -> list[Row]:
    id = make_id("prc", *process.key)
    return [{"start": one.release.id, "end": id} for one in process.releases]


def _named(
    nodes: Sequence[Node], histories: Sequence[History]
) -> list[tuple[Statement, list[Row]]]:
    """Categories and frameworks: their node if it is new; what they are called is settled later."""
    names = {
        link.end: link.values["name"]
        for one in histories
        for link in one.links
        if link.type in ("IN", "UNDER")
    }
    rows: dict[str, dict[str, Row]] = {"Category": {}, "Framework": {}}
    for node in nodes:
        if node.label in rows:
            dated = {"publicFrom": node.since, "basis": node.basis, "source": node.source}
            name = names.get(node.id)
            rows[node.label][node.id] = {"id": node.id, **node.fixed, "name": name, **dated}
    return [
        (MERGE_CATEGORIES, [rows["Category"][id] for id in sorted(rows["Category"])]),
        (MERGE_FRAMEWORKS, [rows["Framework"][id] for id in sorted(rows["Framework"])]),
    ]


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
