"""The lines of spend lists as Parquet: a file an edition, never changed, named by its content."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from graph.errors import Unavailable
from hub.ingest.spendrows import SpendLine

WHOLE = ("amount_e5", "vat_e5")
SCHEMA = pa.schema(
    [(one.name, pa.int64() if one.name in WHOLE else pa.string()) for one in fields(SpendLine)]
)


def keep(home: Path, month: str, digest: str, lines: Sequence[SpendLine]) -> None:
    """Write the lines of an edition unless they are there; whole on the disk when it returns.

    Raises Unavailable when the disk refuses.
    """
    path = path_of(home, month, digest)
    if path.exists():
        return
    ordered = sorted(lines, key=lambda line: line.canonical)
    table = pa.Table.from_pylist([asdict(line) for line in ordered], schema=SCHEMA)
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            pq.write_table(table, file, compression="zstd")
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise Unavailable(
            f"Spend lines can't be written to {path.parent}: {error.strerror}."
        ) from error


def sweep(home: Path, month: str, digests: Iterable[str]) -> None:
    """Remove what a cut-off load or a replaced edition left of a month."""
    named = {f"{digest}.parquet" for digest in digests}
    for path in (home / month).glob("*"):
        if path.name not in named:
            path.unlink(missing_ok=True)


def path_of(home: Path, month: str, digest: str) -> Path:
    """Where the lines of an edition lie."""
    return home / month / f"{digest}.parquet"


def read(home: Path, month: str, digest: str) -> list[dict[str, Any]]:
    """The lines of an edition; none when the file is not there."""
    path = path_of(home, month, digest)
    return pq.read_table(path).to_pylist() if path.exists() else []
