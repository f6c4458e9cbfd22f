"""`hub doctor`: checks the set-up and explains; exit 0 only if the hub would work."""

import argparse

from hub.gateway.commands import Commands
from hub.gateway.output import add_json, tell
from hub.gateway.settings import Settings


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser("doctor", help="check the set-up and explain", allow_abbrev=False)
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Every check, then the verdict."""
    from hub.gateway.doctor import findings

    found = list(findings(settings))
    works = all(finding.good for finding in found if finding.needed)
    checks = [
        {"check": f.name, "ok": f.good, "needed": f.needed, "text": f.text.replace("\n", " ")}
        for f in found
    ]
    lines = [f"{_mark(f.good, f.needed)}  {f.name:<17} {f.text}" for f in found]
    verdict = "The hub would work." if works else "The hub would not work: see what says FAIL."
    tell(args, {"works": works, "checks": checks}, [*lines, verdict])
    return 0 if works else 1


def _mark(good: bool, needed: bool) -> str:
    return "ok  " if good else "FAIL" if needed else "note"
