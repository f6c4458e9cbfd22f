"""Counts of what a check judged, and the first examples that fail."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hub.ingest.quality.subject import Judged
from hub.ingest.report import shown

EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Example:
    """Where something fails: the process, the JSON pointer in its compiled body, the value."""

    ocid: str
    path: str
    value: str


@dataclass
class Tally:
    """A check's counts; `level` and `rule` say what it is."""

    name: str
    level: str
    rule: str
    applicable: int = 0
    passed: int = 0
    examples: list[Example] = field(default_factory=list[Example])

    def add(self, ocid: str, judged: Judged) -> None:
        """Count one thing."""
        self.applicable += 1
        self.passed += judged.passed
        if not judged.passed and len(self.examples) < EXAMPLES:
            self.examples.append(Example(ocid, judged.path, shown(str(judged.value))))

    @property
    def share(self) -> float | None:
        """The share that passed, 0 to 1; None when there was nothing to judge."""
        return self.passed / self.applicable if self.applicable else None

    def record(self) -> Mapping[str, Any]:
        """For JSON."""
        examples = [
            {"ocid": one.ocid, "path": one.path, "value": one.value} for one in self.examples
        ]
        counts = {"applicable": self.applicable, "passed": self.passed, "share": self.share}
        named = {"name": self.name, "level": self.level, "rule": self.rule}
        return {**named, **counts, "examples": examples}
