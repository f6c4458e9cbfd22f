"""`hub models`: the model registry, oldest first, and why a model would be refused."""

import argparse
from pathlib import Path
from typing import Any

from graph.clock import end_of
from hub.gateway.commands import Commands
from hub.gateway.output import add_json, tell
from hub.gateway.settings import Settings
from ranking import registry
from ranking.snapshot import Snapshot


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser("models", help="list the models", allow_abbrev=False)
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """One line a model."""
    records = listed(settings.home, Snapshot.current(settings.home))
    lines = [
        f"{r['cutOff']}  {r['version'] or '-':<24} {r['needs'] or 0:>6} needs  "
        + ("served" if r["refused"] is None else f"refused: {r['refused']}")
        for r in records
    ]
    tell(args, records, lines or ["no model: the fallback ranker serves; hub train makes one"])
    return 0


def listed(home: Path, snapshot: Snapshot) -> list[dict[str, Any]]:
    """Cut-off, version, number of needs and, when it must not be served, the reason."""
    found: list[dict[str, Any]] = []
    for cut_off in registry.cut_offs(home):
        place = registry.folder(home, cut_off)
        told = registry.manifest(place)
        found.append(
            {
                "cutOff": cut_off.isoformat(),
                "version": told.get("version"),
                "needs": told.get("needs"),
                "refused": registry.why_not(place, snapshot.hash_until(end_of(cut_off))),
            }
        )
    return found
