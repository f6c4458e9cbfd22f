"""`hub demo`: make the fictional world as files, and load it unless a folder is named."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from hub.demo.sizes import PATTERNS, SIZES, Order
from hub.demo.world import write_world
from hub.gateway.commands import Commands
from hub.gateway.settings import Settings


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser("demo", help="make the fictional world", allow_abbrev=False)
    parser.add_argument("--size", choices=tuple(SIZES), default="small", help="how much of it")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another N, another world")
    parser.add_argument(
        "--patterns",
        choices=PATTERNS,
        default="on",
        help="off: the same world, but nobody buys what peers buy or what goes together",
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="write the files here; load nothing"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write the world; without `--out` load it and forget the files."""
    order = Order(args.size, args.seed, args.patterns == "on")
    if args.out:
        return _write(args.out, order)
    with TemporaryDirectory(prefix="hub-demo-") as folder:
        paths = write_world(Path(folder), order)
        from hub.gateway.loading import load_paths

        return load_paths(paths, settings)


def _write(folder: Path, order: Order) -> int:
    try:
        paths = write_world(folder, order)
    except OSError as error:
        print(f"hub demo: {folder} can't be written: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{len(paths)} files of the fictional world are in {folder / 'data'}")
    print(f"load them with: hub load {folder / 'data'}")
    return 0
