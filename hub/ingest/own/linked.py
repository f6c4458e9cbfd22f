"""Links to what came later: a thing that named it finds it when the load ends."""

from collections.abc import Iterable, Mapping, Sequence

from graph import linking, waiting
from graph.driver import Graph
from graph.statements import Statement
from hub.ingest.intake import Intake
from hub.ingest.own.steps import Waiting, link_steps
from hub.ingest.rows import batches

COLUMNS = ("id", "ref", "part", "publicFrom", "publicTo", "source")


async def waits(
    graph: Graph, table: Mapping[str, Statement], column: str, refs: Sequence[str]
) -> list[Waiting]:
    """What refers to these by `column`, of every label."""
    found: list[Waiting] = []
    for label, statement in table.items():
        rows = await graph.rows(statement, refs=list(refs))
        found += [_waiting(label, column, row) for row in rows]
    return found


async def link_late(intake: Intake, ocids: Iterable[str], *, everything: bool) -> None:
    """Link what was there before with what this load brought; `everything`: with all there is."""
    frameworks = {row[0] for row in await intake.graph.rows(linking.FRAMEWORK_IDS)}
    new = frameworks if everything else frameworks - intake.frameworks
    lines = everything or intake.summary.payments > 0
    await _link_all(intake.graph, new, ocids, lines=lines)


async def _link_all(
    graph: Graph, frameworks: Iterable[str], ocids: Iterable[str], *, lines: bool
) -> None:
    named = (
        (waiting.FOR_FRAMEWORK, "frameworkRef", sorted(frameworks)),
        (waiting.FOR_CONTRACT, "contractRef", sorted(ocids)),
    )
    for table, column, refs in named:
        for some in batches(refs):
            await _link(graph, await waits(graph, table, column, some))
    for label, statement in (waiting.FOR_LINES if lines else {}).items():
        rows = await graph.rows(statement)
        await _link(graph, [_waiting(label, "contractRef", row) for row in rows])


async def _link(graph: Graph, found: Sequence[Waiting]) -> None:
    for some in batches(found):
        await graph.write(*link_steps(some))


def _waiting(label: str, column: str, row: Sequence[object]) -> Waiting:
    told = dict(zip(COLUMNS, row, strict=True))
    return label, {**told, column: told["ref"], "contractPart": told["part"]}
