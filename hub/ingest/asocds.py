"""Processes as OCDS 1.1 records: releases as stored, made valid, and the compiled one.

What the hub adds stands in `x_hub`: the data set with its licence, how the public time is known,
which ids are minted, and what was mended, with the value as published.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.ids import make_id
from hub.ingest.canonical import parsed
from hub.ingest.compile import Prepared, Process, folded
from hub.ingest.distinct import PUBLISHED
from hub.ingest.facts import Json, Release
from hub.ingest.fitting import MOMENT, Mends, fitted
from hub.ingest.parties import MENTION

OURS = "x_hub"
TABLES = "table-"  # what the ocids of rows begin with: their publisher gave them none
# Tags of a release that has none, by what stands in it.
STAGES = (("contracts", "contract"), ("awards", "award"), ("tender", "tender"))


@dataclass(frozen=True, slots=True)
class Record:
    """One process; `mends` counts what was mended in the compiled release and the others."""

    ocid: str
    releases: list[Json]
    compiled: Json
    mends: Counter[str] = field(default_factory=Counter[str])

    def json(self) -> Json:
        """As it stands in a record package."""
        return {"ocid": self.ocid, "releases": self.releases, "compiledRelease": self.compiled}


def record_of(process: Process, sources: Mapping[str, Json]) -> Record:
    """The record of a process of stored releases."""
    mends: Counter[str] = Counter()
    ocid = process.ocid
    if process.split:
        # Two procurements can't bear one ocid; whose it was first keeps it.
        ocid = f"{ocid}-{make_id('split', *process.key).rpartition('-')[2]}"
    releases = [_release(one, ocid, sources, mends) for one in process.releases]
    return Record(ocid, releases, _compiled(process, ocid, sources, mends), mends)


def _release(
    prepared: Prepared, ocid: str, sources: Mapping[str, Json], mends: Counter[str]
) -> Json:
    """A release as it was stored, valid."""
    release, told = prepared.release, Mends()
    body: Json = parsed(release.raw)
    made = {name: value for name, value in body.items() if name != OURS}
    made["ocid"] = ocid
    if _empty(body.get("id")):
        made["id"] = f"{ocid}-{release.digest[:12]}"
        told.minted.append("/id")
    if _empty(body.get("date")):
        made["date"] = release.public_from
        told.minted.append("/date")
    elif not MOMENT.fullmatch(str(body["date"])):
        # A day or a time without a zone: the instant that loading made of it.
        made["date"] = release.public_from
        told.note("/date", "DATE", body["date"])
    if not isinstance(body.get("tag"), list) or not any(map(_is_text, body["tag"])):
        made["tag"] = _tags(body)
        told.minted.append("/tag")
    return _finished(made, release, told, sources, mends)


def _compiled(
    process: Process, ocid: str, sources: Mapping[str, Json], mends: Counter[str]
) -> Json:
    """What the releases say together at the end of their history."""
    skipped: list[Prepared] = []
    last, told, found = process.releases[0].release, Mends(), dict[str, Any]()
    for _, now, body in folded(process, skipped):
        last, found = now[-1], body
    made: Json = _published(found, "", told)
    made |= {"ocid": ocid, "id": f"{ocid}-{last.public_from}", "date": last.public_from}
    made["tag"] = ["compiled"]
    return _finished(made, last, told, sources, mends)


def _finished(
    made: Json, release: Release, told: Mends, sources: Mapping[str, Json], mends: Counter[str]
) -> Json:
    source = sources.get(release.source, {"id": release.source})
    if made["ocid"] != release.ocid or release.ocid.startswith(TABLES):
        told.minted.append("/ocid")
    if made.get("initiationType") != "tender":
        if not _empty(made.get("initiationType")):
            told.note("/initiationType", "NOT_IN_CODELIST", made["initiationType"])
        else:
            told.minted.append("/initiationType")
        made["initiationType"] = "tender"
    if _empty(made.get("publisher")) and "publisher" in source:
        made["publisher"] = {"name": source["publisher"]}
    found = fitted(made, told)
    found[OURS] = {"source": source, "basis": release.basis, **told.record()}
    if made["ocid"] != release.ocid:
        found[OURS]["ocid"] = release.ocid
    mends.update(told.counts())
    return found


def _published(value: Any, path: str, told: Mends) -> Any:
    """Without the names of our own; an id that many shared stays distinct and is told as minted."""
    if isinstance(value, list):
        return [_published(item, f"{path}/{at}", told) for at, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    if PUBLISHED in value:
        told.minted.append(f"{path}/id")
    return {
        key: _published(item, f"{path}/{key}", told)
        for key, item in value.items()
        if key not in (PUBLISHED, MENTION, OURS)
    }


def _tags(body: Json) -> list[str]:
    found: Sequence[str] = [tag for name, tag in STAGES if body.get(name)]
    return [found[0]] if found else ["planning"]


def _empty(value: Any) -> bool:
    return value in (None, "", [], {})


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)
