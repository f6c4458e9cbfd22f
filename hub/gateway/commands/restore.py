"""`hub import`: a file of `hub export` into an empty graph, whole or not at all."""

import argparse
import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from hub.gateway.commands import Commands
from hub.gateway.loading import alone, bar
from hub.gateway.output import add_json, tell
from hub.gateway.settings import Settings

if TYPE_CHECKING:
    from hub.ingest.dumpfile import Tally


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser("import", help="fill an empty graph", allow_abbrev=False)
    parser.add_argument("file", type=Path, metavar="FILE", help="what `hub export` wrote")
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Import; the counts and the hash of what the graph holds now."""
    tally = asyncio.run(_restore(args.file, settings))
    told = f"{tally.nodes:,} nodes and {tally.edges:,} edges read from {args.file.name}"
    tell(args, {"counts": dict(tally.counts), "hash": tally.hash}, [told, tally.hash])
    return 0


async def _restore(path: Path, settings: Settings) -> "Tally":
    from graph.generations import noticed
    from hub.gateway.session import open_hub
    from hub.ingest.importing import restore
    from hub.worker.snapshots import write_snapshot

    with alone(settings.home):
        async with open_hub(settings) as graph:
            tally = await restore(graph, path, bar())
            await noticed()
            if (settings.home / "snapshots" / "current").exists():
                await write_snapshot(graph, settings.home)
            return tally
