"""Pages of an API as they may wait on disk: the same JSON without personal data."""

import json
from decimal import Decimal
from typing import Any, cast

from hub.ingest.canonical import Doubled, Odd, leniently_parsed
from hub.ingest.redact import clean_values


def redacted(body: bytes) -> bytes:
    """The page cleaned; what a loader refuses or remarks on in it, it still does.

    ValueError when it is no JSON.
    """
    return _written(
        clean_values(leniently_parsed(body.decode(json.detect_encoding(body))))
    ).encode()


def _written(value: Any) -> str:
    match value:
        case dict():
            pairs = [f"{json.dumps(key)}:{_written(item)}" for key, item in value.items()]
            if isinstance(value, Doubled) and value.key in value:
                # told twice, so that it is found to be told twice
                held = cast(dict[str, Any], value)
                pairs.append(f"{json.dumps(value.key)}:{_written(held[value.key])}")
            return "{" + ",".join(pairs) + "}"
        case list():
            return "[" + ",".join(map(_written, value)) + "]"
        case Odd():
            return "NaN"
        case Decimal():
            return str(value)
        case _:
            return json.dumps(value)
