"""`hub quality`: how good the loaded releases are, and which red flags they show."""

import argparse
import asyncio
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from graph.errors import BadInput
from hub.gateway.commands import Commands
from hub.gateway.output import add_json, tell
from hub.gateway.settings import Settings

if TYPE_CHECKING:
    from hub.ingest.quality.measure import Quality


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "quality", help="checks and red flags over the loaded releases", allow_abbrev=False
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the result as JSON")
    parser.add_argument(
        "--tender-days",
        type=int,
        metavar="N",
        help="R003: a tender period of fewer whole days is short (10; Cardinal has 15)",
    )
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Measure and tell; 0 whatever is found: a flag is no fault of the load."""
    record = asyncio.run(_measured(settings, args.tender_days)).record()
    if args.out:
        try:
            args.out.write_bytes(orjson.dumps(record, option=orjson.OPT_INDENT_2))
        except OSError as error:
            raise BadInput(f"--out: {args.out} can't be written.") from error
    tell(args, record, lines(record))
    return 0


async def _measured(settings: Settings, days: int | None) -> "Quality":
    from hub.gateway.session import open_whole
    from hub.ingest.quality import flags
    from hub.ingest.quality.measure import measured

    async with open_whole(settings) as graph:
        chosen = flags.Settings() if days is None else flags.Settings(days)
        return await measured(graph, chosen)


def lines(record: Mapping[str, Any]) -> Iterator[str]:
    """A line a check and a flag."""
    yield f"{record['processes']:,} processes"
    for one in record["checks"]:
        share = "nothing to judge" if one["share"] is None else f"{one['share']:7.1%}"
        counts = f"{one['passed']:,} of {one['applicable']:,}"
        yield f"{one['level']:<11} {one['name']:<22} {share:<17} {counts:>17}  {one['rule']}"
    for one in record["flags"]:
        if one["computable"]:
            said = f"{one['flagged']:,} of {one['applicable']:,} flagged"
            yield f"{one['code']} {said}: {one['rule']}"
        else:
            yield f"{one['code']} not computable: {one['reason']}"
