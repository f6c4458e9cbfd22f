"""The OCDS 1.1 release schema with the UK extension, and what `hub export --ocds` keeps of it.

`python -m tests.hub.ingest.ocdsschema FOLDER > hub/ingest/ocds-schema.json` writes that file anew.
"""

import json
import re
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator, FormatChecker

Json = dict[str, Any]
ABOUT = (
    "Types, formats and closed codelists of the OCDS 1.1 release schema (Apache-2.0, "
    "open-contracting/standard) with the UK extension (MIT, cabinetoffice/ocds_uk_extension); "
    "made by tests/hub/ingest/ocdsschema.py."
)
KEPT = "type format enum pattern minLength minItems minProperties uniqueItems required".split()
CHECKER = FormatChecker(formats=())


def release_schema(folder: Path) -> Json:
    """The schema of a release, the extension merged in (JSON merge patch)."""
    extension = json.loads((folder / "ocds_uk_extension" / "release-schema.json").read_text())
    return _patched(json.loads((folder / "ocds-release-schema.json").read_text()), extension)


def validator(folder: Path) -> Draft4Validator:
    """Checks a release, formats included."""
    return Draft4Validator(release_schema(folder), format_checker=CHECKER)


def distilled(schema: Json) -> Json:
    """What a release must be, without the words that explain it."""
    found = {name: _kept(one) for name, one in schema["definitions"].items()}
    return {"about": ABOUT, "definitions": found, "release": _kept(schema)}


def written(rules: Json) -> str:
    """A definition a line."""
    lines = [f'"about":{json.dumps(rules["about"])},\n"definitions":{{']
    found = sorted(rules["definitions"].items())
    lines.append(",\n".join(f"{json.dumps(name)}:{_tight(one)}" for name, one in found))
    lines.append(f'}},\n"release":{_tight(rules["release"])}')
    return "{" + "\n".join(lines) + "}\n"


@CHECKER.checks("date-time")
def _moment(value: object) -> bool:
    if not isinstance(value, str):
        return True
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", value):
        return False
    try:
        return bool(datetime.fromisoformat(value))
    except ValueError:
        return False


@CHECKER.checks("uri")
def _uri(value: object) -> bool:
    safe = r"(?:[A-Za-z0-9:/?#@!$&'()*+,;=._~\[\]-]|%[0-9A-Fa-f]{2})+"
    return not isinstance(value, str) or bool(
        re.fullmatch(rf"[A-Za-z][A-Za-z0-9+.-]*:{safe}", value)
    )


def _kept(spec: Json) -> Json:
    found: Json = {name: spec[name] for name in KEPT if name in spec}
    if "$ref" in spec:
        found["ref"] = spec["$ref"].rsplit("/", 1)[1]
    if "properties" in spec:
        found["properties"] = {name: _kept(one) for name, one in spec["properties"].items()}
    if "items" in spec:
        found["items"] = _kept(spec["items"])
    return found


def _patched(target: Any, patch: Any) -> Any:
    if not isinstance(patch, dict):
        return patch
    found = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            found.pop(key, None)
        else:
            found[key] = _patched(found.get(key), value)
    return found


def _tight(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), sort_keys=True)


if __name__ == "__main__":
    sys.stdout.write(written(distilled(release_schema(Path(sys.argv[1])))))
