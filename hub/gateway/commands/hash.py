"""`hub hash`: one line that is equal for equal content, on any engine, in any order of loading."""

import argparse
import asyncio

from hub.gateway.commands import Commands
from hub.gateway.output import add_json, tell
from hub.gateway.settings import Settings


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser("hash", help="hash of the graph's content", allow_abbrev=False)
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Print the hash."""
    found = asyncio.run(_hash(settings))
    tell(args, {"hash": found}, [found])
    return 0


async def _hash(settings: Settings) -> str:
    from graph.hashing import content_hash
    from hub.gateway.session import open_whole

    async with open_whole(settings) as graph:
        return await content_hash(graph)
