"""Invented reference lists: no body in them exists."""

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

AUTHORITY = {
    "local-authority-code": "ZOS",
    "official-name": "Ostermoor Borough Council",
    "nice-name": "Ostermoor",
    "gss-code": "E99000001",
    "start-date": "1974-04-01",
    "end-date": "",
    "replaced-by": "",
    "nation": "England",
    "region": "North West",
    "local-authority-type-name": "Metropolitan district",
    "alt-names": "ostermoor,borough of ostermoor",
    "old-register-and-code": "local-authority-eng:ZOS",
}
FORCE = {"police-force": "quillhaven", "name": "Quillhaven Constabulary"}
CPV = {
    "48000000-8": "Software package and information systems",
    "72000000-5": "IT services",
    "72200000-7": "Software programming",
    "72212000-4": "Programming services of application software",
}


def table(path: Path, rows: Iterable[Mapping[str, str]], separator: str = ",") -> Path:
    """A list as a table."""
    found = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*found[0]], delimiter=separator)
        writer.writeheader()
        writer.writerows(found)
    return path


def authority(**changes: str) -> dict[str, str]:
    """A row of the local authorities; `_` in a column's name stands for a hyphen."""
    return {**AUTHORITY, **{name.replace("_", "-"): text for name, text in changes.items()}}


def body(number: int, name: str, sector: str = "Education") -> dict[str, str]:
    """A row of the list of public sector bodies."""
    one = {"cloudstore-buyer": str(number), "name": name, "sector": sector}
    return {**one, "subsector": ""}


def vocabulary(path: Path, codes: Mapping[str, str] = CPV) -> Path:
    """A CPV of few codes."""
    path.write_text(json.dumps(codes), "utf-8")
    return path
