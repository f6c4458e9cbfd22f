"""`python -m benchmarks [NAME]`: every benchmark, short, or one of them in full."""

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson

HERE = Path(__file__).parent
Row = dict[str, Any]


def main(words: Sequence[str]) -> int:
    """Run, print and write; 2 on an unknown name."""
    known = sorted(file.stem for file in HERE.glob("*.py") if not file.stem.startswith("_"))
    asked = list(words[:1]) or known
    if unknown := [name for name in asked if name not in known]:
        print(f"benchmarks: {unknown[0]} is not one of {', '.join(known)}", file=sys.stderr)
        return 2
    for name in asked:
        load = os.getloadavg()[0]
        rows: list[Row] = importlib.import_module(f"benchmarks.{name}").run(short=not words)
        show(name, rows)
        place = HERE / "results" / f"{name}.json"
        place.parent.mkdir(exist_ok=True)
        record = {"name": name, "cpus": os.cpu_count(), "load": load, "rows": rows}
        place.write_bytes(orjson.dumps(record, option=orjson.OPT_INDENT_2))
    return 0


def show(name: str, rows: Sequence[Row]) -> None:
    """One table; the columns are those of the first row."""
    heads = list(rows[0]) if rows else []
    cells = [heads, *([_cell(row[head]) for head in heads] for row in rows)]
    widths = [max(len(line[i]) for line in cells) for i in range(len(heads))]
    print(f"\n{name}  ({os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f})")
    for line in cells:
        print("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)))


def _cell(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
