"""Making and undoing decisions on who is who: checked first, then written with all that follows."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from graph import linking, loading
from graph.driver import Graph, Step
from graph.errors import Conflict, NotFound
from hub.ingest.decisions import (
    JOIN,
    SPLIT,
    Decision,
    all_decisions,
    in_force,
    named,
    said,
    written,
)
from hub.ingest.grouping import Evidence, meanings
from hub.ingest.intake import Intake, LoadOptions
from hub.ingest.known import Known, evidence, known
from hub.ingest.leases import alone, demand_imported
from hub.ingest.load import derive
from hub.ingest.partition import Groups
from hub.ingest.pen import Pen
from hub.ingest.report import Report, Summary


@dataclass(frozen=True, slots=True)
class Outcome:
    """A decision, and the organisations that its two mentions mean now (None: not there)."""

    decision: Decision
    one: str | None
    other: str | None


async def decide(graph: Graph, decision: Decision) -> Outcome:
    """Record a decision and group anew.

    Raises NotFound for an unknown mention, Conflict when another decision says so already or
    stands against it; nothing is written then.
    """
    async with alone(graph, "hub identity"):
        return await _decide(graph, decision)


async def _decide(graph: Graph, decision: Decision) -> Outcome:
    there, standing = await _whole(graph), in_force(await all_decisions(graph))
    for id in (decision.one, decision.other):
        if id not in there.mentions:
            raise NotFound(f"There is no body {id}; `hub identify` or a search gives ids.")
    if same := [one.id for one in standing if _says_so(one, decision)]:
        raise Conflict(f"{same[0]} says so already.")
    _demand_effect(decision, standing, there, await evidence(graph))
    return await _follow(graph, there, decision)


async def undo(graph: Graph, id: str, *, why: str, by: str, at: str) -> Outcome:
    """Undo a decision, which stays on record, and group anew. Raises NotFound, Conflict."""
    async with alone(graph, "hub identity"):
        return await _undo(graph, id, why=why, by=by, at=at)


async def _undo(graph: Graph, id: str, *, why: str, by: str, at: str) -> Outcome:
    there = await _whole(graph)
    decision = named(await all_decisions(graph), id)
    if decision.undone_at is not None:
        raise Conflict(f"{decision.id} was undone at {decision.undone_at}.")
    undone = replace(decision, undone_at=at, undone_by=by, undone_why=said(why))
    return await _follow(graph, there, undone)


async def _whole(graph: Graph) -> Known:
    await demand_imported(graph)
    return await known(graph)


async def _follow(graph: Graph, there: Known, decision: Decision) -> Outcome:
    """Write it with the marker of a load: if this is cut off, the next load ends it."""
    cut_off = bool(await graph.rows(loading.UNFINISHED))
    await graph.write(Step(loading.BEGIN), written(decision))
    async with Pen(graph) as pen:
        intake = Intake(graph, LoadOptions(), Report(), Summary(), there, pen)
        there.changed = True
        intake.frameworks = {row[0] for row in await graph.rows(linking.FRAMEWORK_IDS)}
        with closing(intake.held):
            await derive(intake, cut_off, lambda progress: None)
    meant = [there.meanings.get(id) for id in (decision.one, decision.other)]
    return Outcome(decision, *(one.organisation if one else None for one in meant))


def _says_so(one: Decision, new: Decision) -> bool:
    same = {one.one, one.other} == {new.one, new.other}
    return one.action == new.action and same


def _demand_effect(
    new: Decision, standing: Sequence[Decision], there: Known, found: Evidence
) -> None:
    mentions = list(there.mentions.values())
    _, before = meanings(mentions, replace(found, decisions=standing))
    _, after = meanings(mentions, replace(found, decisions=(*standing, new)))
    void = [one.id for one in standing if effective(one, before) and not effective(one, after)]
    if not effective(new, after):
        roots = {after.root(new.one), after.root(new.other)}
        splits = (one for one in standing if one.action == SPLIT and one.one in after)
        void += [o.id for o in splits if {after.root(o.one), after.root(o.other)} == roots]
    if void:
        raise Conflict(
            f"It can't stand beside {', '.join(sorted(void))}; "
            f"`hub identity undo {min(void)} --why …` first, if it is wrong."
        )


def effective(decision: Decision, groups: Groups) -> bool:
    """Whether the groups are as a decision says; one about what is not there is."""
    if decision.one not in groups or decision.other not in groups:
        return True
    together = groups.root(decision.one) == groups.root(decision.other)
    return together == (decision.action == JOIN)
