"""`hub identity`: what people decide on who is who, and what they might look at."""

import argparse
import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from graph.clock import instant
from hub.gateway.commands import Commands
from hub.gateway.loading import alone
from hub.gateway.output import add_json, tell
from hub.gateway.settings import Settings

if TYPE_CHECKING:
    from graph.driver import Graph
    from hub.ingest.deciding import Outcome

Answer = TypeVar("Answer")
OPERATOR = "the operator"


def add(commands: Commands) -> None:
    """Register the command and what it can do."""
    parser = commands.add_parser("identity", help="decide who is who", allow_abbrev=False)
    acts = parser.add_subparsers(metavar="WHAT", required=True, title="what to do")
    for action, said in (
        ("join", "two ids are one body"),
        ("split", "ONE is not the body that OTHER is"),
    ):
        act = acts.add_parser(action, help=said, allow_abbrev=False)
        act.add_argument("one", metavar="ONE")
        act.add_argument("other", metavar="OTHER")
        act.add_argument("--evidence", metavar="TEXT", help="what it rests on: a link, a register")
        _reasons(act, decide, action)
    act = acts.add_parser("undo", help="undo a decision, which stays on record", allow_abbrev=False)
    act.add_argument("decision", metavar="DECISION")
    _reasons(act, undo, "undo")
    act = acts.add_parser("decisions", help="the decisions", allow_abbrev=False)
    act.add_argument("--all", action="store_true", help="those that were undone, too")
    _reading(act, decisions)
    act = acts.add_parser("doubts", help="pairs that may be one body", allow_abbrev=False)
    act.add_argument("--first", type=_number, default=50, metavar="N", help="the likeliest N (50)")
    _reading(act, doubts)
    act = acts.add_parser("show", help="the names of a body, with dates", allow_abbrev=False)
    act.add_argument("id", metavar="ID")
    _reading(act, show)


Run = Callable[[argparse.Namespace, Settings], int]


def _reasons(parser: argparse.ArgumentParser, run: Run, action: str) -> None:
    parser.add_argument("--why", required=True, metavar="TEXT")
    parser.add_argument("--by", default=OPERATOR, metavar="NAME", help="who decides")
    _reading(parser, run)
    parser.set_defaults(action=action)


def _reading(parser: argparse.ArgumentParser, run: Run) -> None:
    add_json(parser)
    parser.set_defaults(run=run)


def decide(args: argparse.Namespace, settings: Settings) -> int:
    """Join or split; 0 when it is done."""
    from hub.ingest.deciding import decide as made
    from hub.ingest.decisions import decided

    more = {"why": args.why, "by": args.by, "evidence": args.evidence}
    decision = decided(args.action, args.one, args.other, **more, at=_now())
    return _told(args, _alone(settings, lambda graph: made(graph, decision)))


def undo(args: argparse.Namespace, settings: Settings) -> int:
    """Undo a decision; 0 when it is done."""
    from hub.ingest.deciding import undo as undone

    more = {"why": args.why, "by": args.by, "at": _now()}
    return _told(args, _alone(settings, lambda graph: undone(graph, args.decision, **more)))


def decisions(args: argparse.Namespace, settings: Settings) -> int:
    """List decisions, the oldest first."""
    from hub.ingest.decisions import all_decisions

    found = asyncio.run(_asked(settings, all_decisions))
    rows = [asdict(one) for one in found if args.all or one.undone_at is None]
    tell(args, rows, [_decision(row) for row in rows] or ["no decisions"])
    return 0


def doubts(args: argparse.Namespace, settings: Settings) -> int:
    """List pairs in doubt, the likeliest first."""
    from hub.ingest.doubting import listed

    found = asyncio.run(_asked(settings, listed))
    lines = [
        f"{row['score']:3} % {row['one']} {row['oneName']} / {row['other']} {row['otherName']}: "
        f"{row['why']}"
        for row in found[: args.first]
    ]
    tell(args, found[: args.first], [*lines, f"{len(found):,} pairs in doubt"])
    return 0


def show(args: argparse.Namespace, settings: Settings) -> int:
    """Show one body: its name, its other names with their dates, and the pairs in doubt."""
    from hub.ingest.called import called
    from hub.ingest.decisions import mention_id

    id = mention_id(args.id)
    found = asyncio.run(_asked(settings, lambda graph: called(graph, id)))
    tell(args, found, _body(found))
    return 0


def _body(found: dict[str, Any]) -> Iterator[str]:
    yield f"{found['organisation']} {found['name']}"
    for one in found["mentions"]:
        seen = f"{one['firstSeen'][:10]} to {one['lastSeen'][:10]}"
        yield f"  {one['id']} {one['name']} ({seen}, {one['basis']} {one['score']} %)"
    for one in found["doubts"]:
        yield f"  in doubt: {one['id']} {one['name']} ({one['score']} %: {one['why']})"


def _told(args: argparse.Namespace, outcome: "Outcome") -> int:
    one = outcome.decision
    record = {"decision": one.id, "one": outcome.one, "other": outcome.other}
    verb = "undone" if one.undone_at else "decided"
    bodies = f"{one.one} is {outcome.one}, {one.other} is {outcome.other}"
    tell(args, record, [f"{verb}: {one.id} ({one.action}); {bodies}"])
    return 0


def _decision(row: dict[str, Any]) -> str:
    gone = f"; undone {row['undone_at']} by {row['undone_by']}" if row["undone_at"] else ""
    said = f"{row['made_at']} by {row['by']}: {row['why']}"
    return f"{row['id']} {row['action']} {row['one']} {row['other']} {said}{gone}"


def _alone(settings: Settings, act: Callable[["Graph"], Awaitable[Answer]]) -> Answer:
    with alone(settings.home):
        return asyncio.run(_asked(settings, act, write=True))


async def _asked(
    settings: Settings, act: Callable[["Graph"], Awaitable[Answer]], *, write: bool = False
) -> Answer:
    from graph.generations import noticed
    from hub.gateway.session import open_hub

    async with open_hub(settings) as graph:
        found = await act(graph)
        if write:
            await noticed()
        if write and (settings.home / "snapshots" / "current").exists():
            from hub.worker.snapshots import write_snapshot

            await write_snapshot(graph, settings.home)
        return found


def _now() -> str:
    return instant(datetime.now(UTC))


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no number of pairs")
    return int(text)
