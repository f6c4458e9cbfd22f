"""What processes come to, as the steps of a write: for ocids that are new, and for known ones."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph import opening, rebuilding
from graph.driver import Step
from graph.ids import make_id
from graph.loading import MERGE_CATEGORIES, MERGE_FRAMEWORKS, Statement
from hub.ingest.compile import History, Process
from hub.ingest.facts import Link, Node
from hub.ingest.rows import Row, link_row, new_row, node_row, state_rows

Pairs = Iterable[tuple[Statement, list[Row]]]
SHARED = ("Category", "Framework")  # of many processes: never written anew


@dataclass(frozen=True, slots=True)
class Derived:
    """Processes with all their nodes by label and all their edges by type."""

    processes: Sequence[Process]
    nodes: Mapping[str, list[Node]] = field(
        default_factory=lambda: defaultdict[str, list[Node]](list)
    )
    links: Mapping[str, list[Link]] = field(
        default_factory=lambda: defaultdict[str, list[Link]](list)
    )


def derived(processes: Sequence[Process], histories: Iterable[History]) -> Derived:
    """The processes with what their histories hold."""
    found = Derived(processes)
    for one in histories:
        for node in one.nodes:
            found.nodes[node.label].append(node)
        for link in one.links:
            found.links[link.type].append(link)
    return found


def new_steps(found: Derived) -> list[Step]:
    """Write processes of ocids of which the graph has nothing yet."""
    ties = {link.end: link for type in opening.TIES.values() for link in found.links[type]}
    told = {
        _id(process): [one.release.id for one in process.releases] for process in found.processes
    }
    opened = [{**new_row(node), "releases": told[node.id]} for node in found.nodes["Procurement"]]
    pairs = [*_shared(found), (opening.PROCESSES, opened)]
    for label, statement in opening.PARTS.items():
        pairs.append((statement, [_part(node, ties[node.id]) for node in found.nodes[label]]))
    tied = {id(link) for link in ties.values()}
    return _steps([*pairs, *_states(found), *_edges(found, tied)])


def known_steps(found: Derived, old: Mapping[str, list[str]]) -> list[Step]:
    """Write processes in the place of what there was; `old`: nodes, of which the others go."""
    pairs = [*_shared(found)]
    for label, statement in rebuilding.MERGE_NODES.items():
        pairs.append((statement, [node_row(node) for node in found.nodes[label]]))
    tells = [
        {"start": one.release.id, "end": _id(process)}
        for process in found.processes
        for one in process.releases
    ]
    pairs += [*_states(found), (rebuilding.CREATE_EDGES["TELLS"], tells), *_edges(found, set())]
    steps = _steps(pairs)
    for label, ids in old.items():
        now = {node.id for node in found.nodes[label]}
        gone = [id for id in ids if id not in now]
        if gone:
            steps.append(Step(rebuilding.DELETE_GONE[label], {"ids": gone}))
    return steps


def _steps(pairs: Pairs) -> list[Step]:
    return [Step(statement, {"rows": rows}) for statement, rows in pairs if rows]


def _id(process: Process) -> str:
    return make_id("prc", *process.key)


def _part(node: Node, tie: Link) -> Row:
    return {**new_row(node), "of": tie.start, "tie": link_row(tie)["values"]}


def _states(found: Derived) -> Pairs:
    for label, statement in rebuilding.CREATE_STATES.items():
        here = found.nodes[label]
        yield statement, [row for node in here for row in state_rows(node.id, node.states)]


def _edges(found: Derived, tied: set[int]) -> Pairs:
    """All edges but those that came with their ends."""
    for type, statement in rebuilding.CREATE_EDGES.items():
        here = found.links[type]
        yield statement, [link_row(link) for link in here if id(link) not in tied]


def _shared(found: Derived) -> Pairs:
    """Categories and frameworks: their node if it is new; what they are called is settled later."""
    names = {
        link.end: link.values["name"] for type in ("IN", "UNDER") for link in found.links[type]
    }
    for label, statement in (("Category", MERGE_CATEGORIES), ("Framework", MERGE_FRAMEWORKS)):
        rows: dict[str, Row] = {}
        for node in found.nodes[label]:
            dated = {"publicFrom": node.since, "basis": node.basis, "source": node.source}
            rows[node.id] = {"id": node.id, **node.fixed, "name": names.get(node.id), **dated}
        yield statement, [rows[id] for id in sorted(rows)]
