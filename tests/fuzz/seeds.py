"""Seeds: small files of every kind, invented, from which the fuzzer starts."""

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.hub.ingest import test_spend
from tests.hub.ingest.given import COLUMNS, LINE, release
from tests.hub.ingest.own.given import HEADER, records
from tests.hub.ingest.test_tables import HEADINGS, LAMPS, MAPPING
from tests.hub.ingest.worlds import notices
from tests.tree import ROOT

OPERATIONS = ROOT / "ndx_client" / "operations"
PAGED = (
    "query($n: Int = 5, $w: ContractWhere) { contracts(first: $n, where: $w) { ...page } } "
    "fragment page on ContractConnection { nodes { a: suppliers(last: $n) { totalCount } } }"
)
WORDS = (
    "ocid id date tag releases records compiledRelease versionedRelease url parties roles buyer "
    "name identifier scheme address region postalCode details scale tender lots items "
    "classification additionalClassifications awards suppliers relatedLots contracts awardID "
    "period startDate endDate durationInMonths value amount amountGross currency documents "
    "noticeType amendments relatedProcesses relationship techniques hasFrameworkAgreement "
    "releaseID releaseDate releaseTag agreedMetrics implementation metrics observations milestones "
    "performanceFailures"
).split()


def seeds(target: str) -> Mapping[str, bytes]:
    """Files by name."""
    lines = "\n".join(map(json.dumps, notices())).encode()
    spend = [test_spend.HEADINGS, test_spend.row()]
    package = json.dumps({"releases": notices()[:2], "links": {"next": "x?cursor=1"}}).encode()
    whole = {
        "files": {
            "lines": lines,
            "one": json.dumps(release()).encode(),
            "package": package,
            "records": json.dumps({"records": [{"releases": notices()}]}).encode(),
            "table": _table([HEADINGS, LAMPS]),
            "returns": _table([COLUMNS, list(LINE.values())]),
            "spend": _table(spend),
            "own": "\n".join(map(json.dumps, [HEADER, *records()])).encode(),
            "cpv": json.dumps({"48000000": "Software", "48100000": "Office software"}).encode(),
            "gzip": gzip.compress(lines),
            "zip": _zipped(lines),
            "utf16": lines.decode().encode("utf-16"),
        },
        "releases": {str(at): json.dumps(notices()[at:]).encode() for at in range(3)},
        "mapping": {"mine": MAPPING.encode()},
        "page": {"package": package},
        "documents": {
            **{file.name: file.read_bytes() for file in OPERATIONS.glob("*.graphql")},
            "paged": PAGED.encode() + b'\0{"n": 3, "w": {"AND": [{"title": {"contains": "x"}}]}}',
        },
        "dump": {"head": b'{"format":1,"hub":"1.0","kind":"header"}\n'},
    }
    return whole[target]


def corpus(target: str, folder: Path) -> None:
    """Write the seeds of a target, and the dictionary of words beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in seeds(target).items():
        (folder / name).write_bytes(content)
    words = "".join(f'"\\"{word}\\":"\n' for word in WORDS)
    folder.with_suffix(".dict").write_text(words, "ascii")


def _table(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _zipped(content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", content)
    return made.getvalue()
