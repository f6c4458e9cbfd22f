"""JSON in one fixed form: sorted keys, no spaces, numbers exactly as they were written."""

import json
from decimal import Decimal
from typing import Any


def parsed(text: str) -> Any:
    """JSON with decimal fractions as Decimal; ValueError when it is none (NaN included)."""
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_no_constant)
    except RecursionError:
        raise ValueError("nested too deep") from None


def canonical(value: Any) -> str:
    """The same text for the same content, whatever the order of keys was."""
    if isinstance(value, dict):
        inside = (f"{json.dumps(key)}:{canonical(value[key])}" for key in sorted(value))
        return "{" + ",".join(inside) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, Decimal):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
