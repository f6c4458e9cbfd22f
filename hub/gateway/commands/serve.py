"""`hub serve`: the gateway alone, on the graph and the stores of the settings."""

import argparse

from hub.gateway.commands import Commands
from hub.gateway.settings import Settings


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser("serve", help="the gateway", allow_abbrev=False)
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes (1 for now)")
    parser.add_argument("--host", help="address to listen on (HUB_HOST)")
    parser.add_argument("--port", type=int, help="port to listen on (HUB_PORT)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Serve until SIGTERM or Ctrl-C."""
    from hub.gateway.instance import until_stopped
    from hub.gateway.serving import serve

    here = settings.listening(args.host, args.port)
    return until_stopped(lambda: serve(here, workers=args.workers))
