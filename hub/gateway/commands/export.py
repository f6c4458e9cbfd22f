"""`hub export`: everything that the graph holds into one file, for `hub import` on any engine."""

import argparse
import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import BadInput
from hub.gateway.commands import Commands
from hub.gateway.loading import alone
from hub.gateway.output import add_json, tell
from hub.gateway.settings import Settings
from hub.gateway.version import VERSION

if TYPE_CHECKING:
    from hub.ingest.dumpfile import Tally


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser("export", help="all content into a file", allow_abbrev=False)
    parser.add_argument("file", type=Path, metavar="FILE", help="packed when it ends in .gz")
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Export; the counts and the hash of what was written."""
    path: Path = args.file.absolute()
    if not path.parent.is_dir():
        raise BadInput(f"There is no folder for the export: {path.parent}.")
    if path.exists() and not path.is_file():
        raise BadInput(f"{path.name} is no file; name a file to write.")
    tally = asyncio.run(_export(path, settings))
    told = f"{tally.nodes:,} nodes and {tally.edges:,} edges written to {path.name}"
    tell(args, {"counts": dict(tally.counts), "hash": tally.hash}, [told, tally.hash])
    return 0


async def _export(path: Path, settings: Settings) -> "Tally":
    from hub.gateway.session import open_hub
    from hub.ingest.exporting import export

    with alone(settings.home):
        async with open_hub(settings) as graph:
            return await export(graph, path, VERSION)
