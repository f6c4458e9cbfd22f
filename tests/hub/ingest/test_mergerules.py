"""Our merge rules against the schemas that they stand for."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ocdsmerge.rules import get_merge_rules

from hub.ingest.mergerules import RULES

Json = dict[str, Any]


def patched(schema: Any, patch: Any) -> Any:
    """JSON Merge Patch: how an extension changes the schema."""
    if not isinstance(patch, dict):
        return patch
    base: Json = dict(schema) if isinstance(schema, dict) else {}
    for key, value in patch.items():
        if value is None:
            base.pop(key, None)
        else:
            base[key] = patched(base.get(key), value)
    return base


def paths(schema: Json, root: Json, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every path of a schema, references followed."""
    while "$ref" in schema:
        schema = root["definitions"][schema["$ref"].rpartition("/")[2]]
    inner = schema.get("items", schema)
    while "$ref" in inner:
        inner = root["definitions"][inner["$ref"].rpartition("/")[2]]
    for name, child in inner.get("properties", {}).items():
        yield (*path, name)
        if len(path) < 9:
            yield from paths(child, root, (*path, name))


@pytest.fixture(params=["standard", "extended"])
def schema(request: pytest.FixtureRequest, data_dir: Path) -> Json:
    """The release schema of OCDS 1.1, bare and with the UK extension."""
    folder = data_dir / "reference"
    base: Json = json.loads((folder / "ocds-release-schema.json").read_text("utf-8"))
    if request.param == "standard":
        return base
    extension = (folder / "ocds_uk_extension" / "release-schema.json").read_text("utf-8")
    return patched(base, json.loads(extension))


def test_every_path_has_the_rule_of_the_schema(schema: Json) -> None:
    stated = get_merge_rules(schema)
    every = {*paths(schema, schema), *stated}
    assert len(stated) > 50
    assert len(every) > 800
    covered = {path for path in stated if stated[path] == "wholeListMerge"}
    wrong = {
        path: (RULES.get(path), stated.get(path))
        for path in every
        if RULES.get(path) != stated.get(path)
        and not any(path[: len(above)] == above for above in covered if above != path)
    }
    assert wrong == {}
