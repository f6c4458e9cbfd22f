"""All checks and flags over the processes of a graph, streamed in batches of ocids."""

from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph import rebuilding
from graph.driver import Graph
from hub.ingest.compile import Prepared, Process, processes
from hub.ingest.facts import Release
from hub.ingest.ocds import ignored, prepared
from hub.ingest.quality import coherent, consistent, dataset, fields, flags, outliers, overtime
from hub.ingest.quality.dataset import Census
from hub.ingest.quality.flags import Settings
from hub.ingest.quality.outliers import Market
from hub.ingest.quality.subject import Judged, Subject, subject
from hub.ingest.quality.tally import Tally
from hub.ingest.rows import batches

OCIDS = 100  # a batch
Check = Callable[[Subject], Iterator[Judged]]

CHECKS: Mapping[str, tuple[Check, ...]] = {
    "field": (
        fields.codes,
        fields.title,
        fields.buyer_name,
        fields.ocid_form,
        fields.date_form,
        fields.date_range,
        fields.amount_range,
        fields.document_address,
    ),
    "coherent": (
        coherent.periods,
        coherent.awarded_after_tender,
        coherent.signed_after_award,
        coherent.tender_status,
        coherent.award_status,
        coherent.contract_status,
        coherent.direct_tenderers,
    ),
    "consistent": (
        consistent.tenderer_count,
        consistent.duration,
        consistent.contract_values,
        consistent.planned_value,
        consistent.roles,
    ),
    "reference": (consistent.parties, consistent.contract_award),
    "over time": (overtime.same_title,),
}
DATASET: tuple[Callable[[Census], dataset.Found], ...] = (
    dataset.unique_tender,
    dataset.buyer_share,
    dataset.value_repetition,
    dataset.status_shares,
)


@dataclass
class Quality:
    """What was measured of `processes` compiled processes."""

    settings: Settings = field(default_factory=Settings)
    processes: int = 0
    checks: dict[str, Tally] = field(default_factory=dict[str, Tally])
    flags: dict[str, Tally] = field(default_factory=dict[str, Tally])
    _census: Census = field(default_factory=Census)
    _market: Market = field(default_factory=Market)

    def __post_init__(self) -> None:
        """Every check is told of, also one that nothing was judged by."""
        for level, checks in (*CHECKS.items(), ("data set", DATASET)):
            for check in checks:
                self.checks[check.__name__] = Tally(check.__name__, level, _rule(check))
        rules = {code: _rule(flag) for code, (flag, _) in flags.FLAGS.items()}
        for code, rule in sorted({**rules, **outliers.RULES}.items()):
            self.flags[code] = Tally(code, "red flag", rule)

    def add(self, one: Subject) -> None:
        """Judge a process."""
        self.processes += 1
        for checks in CHECKS.values():
            for check in checks:
                for judged in check(one):
                    self.checks[check.__name__].add(one.ocid, judged)
        for code, (flag, _) in flags.FLAGS.items():
            for judged in flag(one, self.settings):
                self.flags[code].add(one.ocid, judged)
        self._census.add(one)
        self._market.add(one)

    def finish(self) -> None:
        """Judge what only all processes together tell; once, at the end."""
        for check in DATASET:
            for ocid, judged in check(self._census):
                self.checks[check.__name__].add(ocid, judged)
        for code, found in outliers.outliers(self._market).items():
            for ocid, judged in found:
                self.flags[code].add(ocid, judged)

    def record(self) -> Mapping[str, Any]:
        """For JSON: checks, and flags that are computable or say why they are not."""
        return {
            "processes": self.processes,
            "settings": {"tenderDays": self.settings.tender_days},
            "checks": [tally.record() for tally in self.checks.values()],
            "flags": [_flag(tally) for tally in self.flags.values()],
        }


async def measured(graph: Graph, settings: Settings | None = None) -> Quality:
    """The quality of all releases that the graph holds."""
    quality = Quality(settings or Settings())
    async for process in stored_processes(graph):
        if one := subject(process):
            quality.add(one)
    quality.finish()
    return quality


async def stored_processes(graph: Graph) -> AsyncIterator[Process]:
    """Every process, from its stored releases, in the order of the ocids."""
    ocids = sorted([row[0] async for row in graph.stream(rebuilding.OCIDS)])
    for batch in batches(ocids, OCIDS):
        stored: defaultdict[str, list[Prepared]] = defaultdict(list)
        for row in await graph.rows(rebuilding.RELEASES, ocids=list(batch)):
            release = Release(*row)
            stored[release.ocid].append(prepared(release, ignored)[0])
        for ocid in batch:
            for process in processes(stored[ocid]):
                yield process


def _flag(tally: Tally) -> Mapping[str, Any]:
    if not tally.applicable:
        known = flags.FLAGS.get(tally.name)
        reason = known[1] if known else outliers.REASONS[tally.name]
        return {"code": tally.name, "rule": tally.rule, "computable": False, "reason": reason}
    record = {**tally.record(), "flagged": tally.applicable - tally.passed}
    kept = ("applicable", "flagged", "examples")
    told = {key: record[key] for key in kept}
    return {"code": tally.name, "rule": tally.rule, "computable": True, **told}


def _rule(check: Callable[..., object]) -> str:
    """The first sentence of a docstring: the rule, with its source."""
    return (check.__doc__ or "").strip().split("\n")[0]
