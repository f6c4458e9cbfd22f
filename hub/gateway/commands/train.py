"""`hub train`: write the snapshot and train the models that it lacks, one for each quarter."""

import argparse
import asyncio
from datetime import date

from hub.gateway.commands import Commands
from hub.gateway.session import open_whole
from hub.gateway.settings import Settings
from hub.worker.snapshots import write_snapshot
from ranking.snapshot import Snapshot
from ranking.training import train


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser("train", help="train the models", allow_abbrev=False)
    parser.add_argument(
        "--as-of",
        type=date.fromisoformat,
        metavar="DATE",
        help="only models whose cut-off is not after this day (default: all)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Train; models of unchanged code and data stay. Too few needs is no error: the fallback
    ranker serves."""
    snapshot = asyncio.run(fresh(settings))
    series = train(snapshot, settings.home, args.as_of, lambda line: print(line, flush=True))
    if series:
        print(f"{len(series)} models; the newest is {series[-1]}")
    else:
        print("too few decided needs to learn from: the fallback ranker serves")
    return 0


async def fresh(settings: Settings) -> Snapshot:
    """The snapshot of what the graph holds now."""
    async with open_whole(settings) as graph:
        return Snapshot.open(await write_snapshot(graph, settings.home))
