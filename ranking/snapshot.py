"""The snapshot: the market's public facts as columns, each with its public time, and no clock."""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from graph.errors import Unavailable

Row = Sequence[Any]

DATED = (("publicFrom", pa.string()), ("publicTo", pa.string()))
"""publicFrom: first instant it was public (UTC text); publicTo: first instant it no longer held."""

Schema = Any  # pyarrow has no types
TABLES: Mapping[str, Schema] = {
    # One row a body; the two roles say since when it is known as buyer and as supplier.
    "organisations": pa.schema(
        [(n, pa.string()) for n in ("id", "name", "kind", "buysFrom", "suppliesFrom")]
    ),
    # What was known of a body in [publicFrom, publicTo); the current values are the open interval.
    "organisation_states": pa.schema(
        [(n, pa.string()) for n in ("id", "sector", "region", "sizeClass")] + list(DATED)
    ),
    # Every name by which a source mentions a body: masked in texts. Identity has no clock.
    "names": pa.schema([("organisation", pa.string()), ("name", pa.string())]),
    # What was known of a contract in [publicFrom, publicTo); valueE5 in 10^-5 currency units.
    "contracts": pa.schema(
        [(n, pa.string()) for n in ("id", "title", "description", "lot")]
        + [("valueE5", pa.int64()), ("currency", pa.string())]
        + list(DATED)
    ),
    # Which framework (its code) a contract was called off.
    "frameworks": pa.schema([("contract", pa.string()), ("code", pa.string()), *DATED]),
    # Which category (its code) a contract is for.
    "categories": pa.schema([("contract", pa.string()), ("code", pa.string()), *DATED]),
    # Who bought; sector and region as stated with this fact.
    "bought": pa.schema(
        [(n, pa.string()) for n in ("contract", "organisation", "sector", "region")] + list(DATED)
    ),
    # Who supplied.
    "supplied": pa.schema([("contract", pa.string()), ("organisation", pa.string()), *DATED]),
    # What was paid in a month under a contract, in 10^-5 currency units; text: the line's words.
    "payments": pa.schema(
        [("id", pa.string()), ("contract", pa.string()), ("amountE5", pa.int64())]
        + [(n, pa.string()) for n in ("currency", "month", "text")]
        + list(DATED)
    ),
}
SUMMED = """
WITH r AS ({}), d AS (SELECT md5(to_json(r)::VARCHAR) AS m FROM r)
SELECT count(*), sum(('0x' || m[1:16])::UBIGINT::HUGEINT), sum(('0x' || m[17:])::UBIGINT::HUGEINT)
FROM d
"""
NEWEST = "SELECT max({0}) FROM {1} WHERE {0} <= $t"
NEWS = ("publicFrom", "publicTo")
MANIFEST = "manifest.json"
CURRENT = "current"


@dataclass(frozen=True)
class Snapshot:
    """One folder of Parquet files; immutable, so it can be shared by threads."""

    folder: Path
    version: str
    data_up_to: str
    counts: Mapping[str, int]

    @staticmethod
    def open(folder: Path) -> "Snapshot":
        """Read the manifest; Unavailable when there is no whole snapshot in the folder."""
        try:
            told = json.loads((folder / MANIFEST).read_text())
            return Snapshot(folder, told["dataVersion"], told["dataUpTo"], told["counts"])
        except (OSError, ValueError, KeyError) as error:
            raise Unavailable("There is no snapshot of the market yet: run `hub load`.") from error

    @staticmethod
    def current(home: Path) -> "Snapshot":
        """The newest snapshot under HUB_HOME; Unavailable when none was written."""
        try:
            name = (home / "snapshots" / CURRENT).read_text().strip()
        except OSError as error:
            raise Unavailable("There is no snapshot of the market yet: run `hub load`.") from error
        return Snapshot.open(home / "snapshots" / name)

    def connect(self) -> duckdb.DuckDBPyConnection:
        """A cursor with one view a table; safe in a thread of its own, the caller closes it."""
        return _database(self.folder).cursor()

    def newest(self, until: str) -> str | None:
        """The last instant up to `until` at which a fact became public or ceased to hold."""
        connection = self.connect()
        try:
            found = [
                connection.execute(NEWEST.format(news, name), {"t": until}).fetchall()
                for name, schema in TABLES.items()
                for news in NEWS
                if news in schema.names
            ]
            return max((row[0] for rows in found for row in rows if row[0]), default=None)
        finally:
            connection.close()

    def hash_until(self, until: str) -> str:
        """SHA-256 of the facts public by `until`, as they stood then: a model's training data.

        Rows are digested one by one and summed, so their order has no say.
        """
        digest = hashlib.sha256()
        connection = self.connect()
        try:
            for name, schema in TABLES.items():
                found = connection.execute(SUMMED.format(_then(name, schema)), {"t": until})
                digest.update(f"{name} {found.fetchone()}\n".encode())
        finally:
            connection.close()
        return digest.hexdigest()


@lru_cache(maxsize=4)
def _database(folder: Path) -> duckdb.DuckDBPyConnection:
    """Opening one takes longer than most queries."""
    database = duckdb.connect(":memory:", config={"threads": 1})
    for name in TABLES:
        database.from_parquet(str(folder / f"{name}.parquet")).create_view(name)
    return database


def write(home: Path, version: str, rows: Mapping[str, Sequence[Row]]) -> Path:
    """Write all tables, rename the folder into place, point `current` at it; equal in, equal out.

    `rows`: per table, rows in the order of its schema. Order of rows does not matter.
    """
    place = home / "snapshots" / version
    part = place.with_name(f".{version}.{os.getpid()}")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    tables = {name: _table(schema, rows[name]) for name, schema in TABLES.items()}
    for name, table in tables.items():
        pq.write_table(table, part / f"{name}.parquet", compression="zstd", store_schema=False)
    manifest = {
        "dataVersion": version,
        "dataUpTo": max((_newest(t) for t in tables.values()), default=""),
        "counts": {name: table.num_rows for name, table in tables.items()},
    }
    (part / MANIFEST).write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n")
    shutil.rmtree(place, ignore_errors=True)
    part.rename(place)
    before = _pointed(home)
    pointer = part.with_suffix(".pointer")
    pointer.write_text(version + "\n")
    pointer.replace(place.with_name(CURRENT))
    _forget(home, {version, before})
    return place


def _pointed(home: Path) -> str:
    try:
        return (home / "snapshots" / CURRENT).read_text().strip()
    except OSError:
        return ""


def _forget(home: Path, kept: set[str]) -> None:
    """Drop all but these: the one before may still be read by a running hub."""
    for folder in (home / "snapshots").iterdir():
        if folder.is_dir() and folder.name not in kept:
            shutil.rmtree(folder, ignore_errors=True)


def _table(schema: Schema, rows: Sequence[Row]) -> Any:
    columns = list(zip(*rows, strict=True)) if rows else [[] for _ in schema]
    table = pa.table(
        [pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema
    )
    return table.sort_by([(name, "ascending") for name in schema.names])


def _newest(table: Any) -> str:
    """The last instant at which a fact became public or ceased to hold."""
    columns = [table[name].to_pylist() for name in NEWS if name in table.column_names]
    return max((v for column in columns for v in column if v), default="")


def _then(name: str, schema: Schema) -> str:
    """SQL of a table as it stood at $t: later rows left out, later ends unknown."""
    if name == "names":
        return (
            "SELECT n.organisation, n.name FROM names n SEMI JOIN organisations o"
            " ON o.id = n.organisation AND (o.buysFrom <= $t OR o.suppliesFrom <= $t)"
        )
    if name == "organisations":
        return (
            "SELECT id, CASE WHEN buysFrom <= $t THEN buysFrom END AS b,"
            " CASE WHEN suppliesFrom <= $t THEN suppliesFrom END AS s"
            " FROM organisations WHERE buysFrom <= $t OR suppliesFrom <= $t"
        )
    facts = ", ".join(c for c in schema.names if c != "publicTo")
    return (
        f"SELECT {facts}, CASE WHEN publicTo <= $t THEN publicTo END AS publicTo"
        f" FROM {name} WHERE publicFrom <= $t"
    )
