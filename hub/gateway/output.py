"""What a command tells: words for a person, or the same as JSON for a program."""

import argparse
import sys
from collections.abc import Iterable

import orjson


def add_json(parser: argparse.ArgumentParser) -> None:
    """Give a reading command its `--json`."""
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")


def tell(args: argparse.Namespace, record: object, lines: Iterable[str]) -> None:
    """Print `record` as one line of JSON under `--json`, else `lines`; both on stdout."""
    if args.json:
        print(orjson.dumps(record, option=orjson.OPT_SORT_KEYS).decode())
    else:
        print("\n".join(lines))
    sys.stdout.flush()
