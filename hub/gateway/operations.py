"""What goes in and out of the one way to run an operation: what is sent, what is answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson


@dataclass(frozen=True, slots=True)
class Operation:
    """What a client sends. `reading`: only a query may run, since it came by GET.

    `hash`: the SHA-256 of its document, which may be all that is sent of it.
    """

    text: str | None
    variables: Mapping[str, Any] = field(default_factory=dict[str, Any])
    name: str | None = None
    extensions: Mapping[str, Any] = field(default_factory=dict[str, Any])
    reading: bool = False
    hash: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes out: errors are coded. Not `executed`: refused before anything ran, no data.

    `encoded`: the data as JSON, where it was made before; `data` is then None.
    """

    data: dict[str, Any] | None
    errors: Sequence[dict[str, Any]] = ()
    executed: bool = True
    extensions: Mapping[str, Any] = field(default_factory=dict[str, Any])
    encoded: bytes | None = None

    @property
    def payload(self) -> dict[str, Any]:
        """The response map of the specification, for orjson."""
        data = self.data if self.encoded is None else orjson.Fragment(self.encoded)
        body: dict[str, Any] = {"data": data} if self.executed else {}
        if self.errors:
            body["errors"] = self.errors
        if self.extensions:
            body["extensions"] = self.extensions
        return body

    @property
    def unavailable(self) -> bool:
        """Is there nothing in it because something that the hub depends on is away?"""
        codes = {error["extensions"]["code"] for error in self.errors}
        empty = all(value is None for value in (self.data or {}).values())
        return empty and codes == {"UNAVAILABLE"}
