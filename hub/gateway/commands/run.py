"""`hub run`: everything that a hub needs, started, filled and served in the foreground."""

import argparse
from pathlib import Path

from hub.demo.sizes import SIZES
from hub.gateway.commands import Commands
from hub.gateway.settings import Settings


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser("run", help="start, fill and serve a hub", allow_abbrev=False)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="data to load")
    parser.add_argument("--host", help="address to listen on (HUB_HOST)")
    parser.add_argument("--port", type=int, help="port to listen on (HUB_PORT)")
    parser.add_argument("--size", choices=tuple(SIZES), default="small", help="of the demo world")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Serve until SIGTERM or Ctrl-C, which is a clean end."""
    from hub.gateway.instance import until_stopped
    from hub.gateway.supervisor import supervise

    here = settings.listening(args.host, args.port)
    return until_stopped(lambda: supervise(here, args.paths, args.size))
