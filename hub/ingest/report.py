"""What a load found wrong, row by row, and what it did; written as JSON for whoever mends it."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hub.ingest.ledger import Ledger

from hub.ingest.redact import clean_text

SHOWN = 300  # characters of a message: enough to find the place
EXAMPLES = 5  # of a code, for each file
# Rows that no reader counts, since they can't be told apart or never came to it.
UNREAD = ("BAD_ROW", "BAD_JSON", "TOO_LONG", "LINKED_RELEASE", "VERSIONED_RELEASE")
KEPT = 10_000  # findings kept in full; the counts go on

# Codes whose row or file was left out; all others were loaded with a remark.
REFUSED = frozenset(
    {
        "UNKNOWN_FILE",
        "UNREADABLE_FILE",
        "ARCHIVE_LIMIT",
        "TOO_LONG",
        "LINKED_RELEASE",
        "VERSIONED_RELEASE",
        "BAD_JSON",
        "BAD_TEXT",
        "BAD_ROW",
        "MISSING_VALUE",
        "BAD_VALUE",
        "NO_PUBLIC_TIME",
        "CONFLICTING_LINE",
        "CONFLICTING_SPEND",
        "NOT_A_RELEASE",
        "NO_SOURCE",
        "UNKNOWN_NOUN",
        "INCONSISTENT_TYPES",
        "UNREADABLE_ROW",
    }
)

# What adds up when one load follows another; the others tell the state at the end.
SUMS = (
    "files",
    "unknown_files",
    "rows",
    "payments",
    "releases",
    "spend",
    "entries",
    "records",
    "repeats",
    "later",
    "refused_rows",
    "findings",
    "processes",
    "windows",
    "incomplete",
    "skipped",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong. `field` is a column or a JSON path; `advice` says what to change."""

    code: str
    file: str
    line: int | None
    field: str | None
    message: str
    advice: str

    @property
    def refused(self) -> bool:
        """True when the row or file was left out because of it."""
        return self.code in REFUSED


def shown(text: str) -> str:
    """Short, and printable on every terminal: it quotes what strangers wrote."""
    short = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    if short.isprintable():
        return short
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in short)


@dataclass
class Account:
    """One file; `rows` = `loaded` + `repeats` + `later` + `refused`."""

    file: str
    kind: str | None = None
    rows: int = 0
    loaded: int = 0
    repeats: int = 0
    later: int = 0
    refused: int = 0
    codes: Counter[str] = field(default_factory=Counter[str])
    examples: dict[str, list[Finding]] = field(default_factory=dict[str, list[Finding]])

    def note(self, finding: Finding) -> None:
        """Count a finding; a row that could not be read is a row that was refused."""
        self.codes[finding.code] += 1
        if finding.code in UNREAD:
            self.rows += 1
            self.refused += 1
        kept = self.examples.setdefault(finding.code, [])
        if len(kept) < EXAMPLES:
            kept.append(finding)

    def record(self) -> Mapping[str, Any]:
        """For JSON."""
        counts = ("file", "kind", "rows", "loaded", "repeats", "later", "refused")
        findings = [
            {
                "code": code,
                "count": count,
                "examples": [asdict(one) for one in self.examples[code]],
            }
            for code, count in sorted(self.codes.items())
        ]
        return {**{name: getattr(self, name) for name in counts}, "findings": findings}


@dataclass
class Report:
    """Collects findings in the order in which they are found."""

    findings: list[Finding] = field(default_factory=list[Finding])
    codes: Counter[str] = field(default_factory=Counter[str])
    accounts: list[Account] = field(default_factory=list[Account])
    elsewhere: dict[str, Account] = field(default_factory=dict[str, Account])  # not while read
    current: Account | None = None
    detailed: bool = False  # measure the quality of what is loaded too
    quality: Mapping[str, Any] | None = None
    ledger: "Ledger | None" = None  # counts which values of new releases became fields

    def add(
        self,
        code: str,
        file: str,
        message: str,
        advice: str,
        *,
        line: int | None = None,
        field: str | None = None,
    ) -> None:
        """Note one finding; beyond ten thousand only its code is counted."""
        self.codes[code] += 1
        field = None if field is None else shown(clean_text(field))
        said = (field, shown(clean_text(message)), advice)
        finding = Finding(code, shown(file), line, *said)
        (self.current or self.elsewhere.setdefault(finding.file, Account(finding.file))).note(
            finding
        )
        if len(self.findings) < KEPT:
            self.findings.append(finding)

    def join(self, other: "Report") -> None:
        """Take over what another one found."""
        self.codes.update(other.codes)
        self.findings += other.findings[: KEPT - len(self.findings)]
        self.accounts += [*other.accounts, *other.elsewhere.values()]

    @property
    def refused(self) -> int:
        """How many rows and files were left out."""
        return sum(count for code, count in self.codes.items() if code in REFUSED)

    def write(self, path: Path, summary: "Summary") -> None:
        """Write it all: a page when the name ends in .html, else JSON."""
        record = self.record(summary)
        if path.suffix.lower() == ".html":
            from hub.ingest.page import page  # jinja2 takes a while to come

            text = page(record)
        else:
            text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
        path.write_text(text, encoding="utf-8")

    def record(self, summary: "Summary") -> Mapping[str, Any]:
        """Summary, counts, findings, the account of each file, and what was measured."""
        return {
            "summary": asdict(summary),
            "codes": dict(sorted(self.codes.items())),
            "findings": [asdict(finding) for finding in self.findings],
            "files": [one.record() for one in (*self.accounts, *self.elsewhere.values())],
            "quality": self.quality,
            "ledger": self.ledger.record() if self.ledger else None,
        }


@dataclass
class Summary:
    """What a load did; what became of each of its `rows`.

    `rows` = `loaded` + `repeats` + `later` + `refused_rows`.
    """

    files: int = 0
    unknown_files: int = 0
    rows: int = 0
    payments: int = 0
    releases: int = 0
    spend: int = 0  # lines of spend lists; their sums are payments
    entries: int = 0  # of reference lists
    records: int = 0  # of the hub's own files
    repeats: int = 0
    later: int = 0  # public after --until: the mentions were kept, the facts were not
    refused_rows: int = 0
    findings: int = 0
    mentions: int = 0
    organisations: int = 0
    processes: int = 0
    windows: int = 0  # of --url, fetched now or earlier
    incomplete: int = 0  # windows and gaps of --url that are not shown complete
    skipped: int = 0  # releases that are stored but contradict earlier ones of their process
    changed: bool = False
    seconds: float = 0.0

    def join(self, then: "Summary") -> None:
        """Add what a later load did."""
        for name in SUMS:
            setattr(self, name, getattr(self, name) + getattr(then, name))
        if then.files:
            self.mentions, self.organisations = then.mentions, then.organisations
        self.changed |= then.changed
        self.seconds = round(self.seconds + then.seconds, 2)

    @property
    def loaded(self) -> int:
        """Rows that were taken in."""
        return self.payments + self.releases + self.spend + self.records + self.entries

    @property
    def exit_code(self) -> int:
        """0: all loaded; 3: rows or files refused, or not shown complete; 1: nothing done."""
        taken = self.loaded + self.repeats + self.later
        if not taken + self.windows:
            return 1
        left_out = self.refused_rows or self.unknown_files or self.skipped
        return 3 if left_out or self.incomplete else 0
