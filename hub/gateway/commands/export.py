"""`hub export`: everything into one file for `hub import`; with `--ocds` all processes as OCDS."""

import argparse
import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import BadInput
from hub.gateway.commands import Commands
from hub.gateway.loading import alone, bar
from hub.gateway.output import add_json, tell
from hub.gateway.settings import Settings
from hub.gateway.version import VERSION

if TYPE_CHECKING:
    from hub.ingest.dumpfile import Tally
    from hub.ingest.reexport import Told


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser("export", help="all content into a file", allow_abbrev=False)
    parser.add_argument("file", type=Path, metavar="FILE", help="packed when it ends in .gz")
    parser.add_argument(
        "--ocds",
        action="store_true",
        help="OCDS 1.1 instead: a record package, or compiled releases for .jsonl",
    )
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Export; the counts and the hash of what was written."""
    path: Path = args.file.absolute()
    if not path.parent.is_dir():
        raise BadInput(f"There is no folder for the export: {path.parent}.")
    if path.exists() and not path.is_file():
        raise BadInput(f"{path.name} is no file; name a file to write.")
    if args.ocds:
        return _as_ocds(args, path, settings)
    tally = asyncio.run(_export(path, settings))
    told = f"{tally.nodes:,} nodes and {tally.edges:,} edges written to {path.name}"
    tell(args, {"counts": dict(tally.counts), "hash": tally.hash}, [told, tally.hash])
    return 0


def _as_ocds(args: argparse.Namespace, path: Path, settings: Settings) -> int:
    done = asyncio.run(_reexport(path, settings))
    mends = dict(sorted(done.mends.items()))
    words = f"{done.processes:,} processes with {done.releases:,} releases written to {path.name}"
    record = {"processes": done.processes, "releases": done.releases, "mends": mends}
    tell(args, record, [words, *(f"{code}: {count:,}" for code, count in mends.items())])
    return 0


async def _reexport(path: Path, settings: Settings) -> "Told":
    from hub.gateway.session import open_hub
    from hub.ingest.load import Progress
    from hub.ingest.reexport import reexport

    show = bar()
    with alone(settings.home):
        async with open_hub(settings) as graph:
            return await reexport(
                graph, path, lambda done, total: show(Progress("processes", done, total))
            )


async def _export(path: Path, settings: Settings) -> "Tally":
    from hub.gateway.session import open_hub
    from hub.ingest.exporting import export

    with alone(settings.home):
        async with open_hub(settings) as graph:
            return await export(graph, path, VERSION)
