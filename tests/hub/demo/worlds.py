"""A fictional world read back from its files by plain means."""

import csv
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hub.demo.sizes import Order
from hub.demo.world import write_world

Json = dict[str, Any]


@dataclass
class World:
    """What the files of a world say."""

    lines: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    releases: list[Json] = field(default_factory=list[Json])
    headers: list[Json] = field(default_factory=list[Json])  # first line of each own file
    records: list[Json] = field(default_factory=list[Json])

    def parties(self, role: str) -> set[tuple[str, str]]:
        """PPON and name of all who have a role in a notice."""
        return {
            (party["identifier"]["id"], party["name"])
            for release in self.releases
            for party in release["parties"]
            if role in party["roles"]
        }

    def of(self, noun: str) -> list[Json]:
        """The records of a noun that say something."""
        return [told for told in self.records if told["noun"] == noun and "values" in told]

    def first_deals(self) -> list[tuple[str, str, str]]:
        """When each body first bought from each firm: day, body, firm; oldest first."""
        told = [
            (line["ReturnMonth"], line["CustomerName"], line["SupplierName"]) for line in self.lines
        ]
        for release in self.releases:
            for award in release.get("awards", []):
                firms = [supplier["name"] for supplier in award["suppliers"]]
                told += [(release["date"][:10], release["buyer"]["name"], firm) for firm in firms]
        first: dict[tuple[str, str], str] = {}
        for day, body, firm in sorted(told):
            first.setdefault((body, firm), day)
        return sorted((day, body, firm) for (body, firm), day in first.items())


def made(folder: Path, order: Order) -> World:
    """The world of that order, written and read again."""
    world = World()
    for path in write_world(folder, order):
        if path.suffix == ".csv":
            with path.open(newline="", encoding="utf-8") as file:
                world.lines.extend(csv.DictReader(file))
            continue
        told = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        if path.parent.name == "notices":
            world.releases.extend(told)
        else:
            world.headers.append(told[0])
            world.records.extend(told[1:])
    return world
