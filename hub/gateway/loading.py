"""Loading on behalf of a command: progress on a terminal, and what a load has to tell."""

import asyncio
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hub.gateway.settings import Settings

if TYPE_CHECKING:
    from hub.ingest.load import LoadOptions, Progress
    from hub.ingest.report import Report, Summary

SHOWN = 20  # findings printed; --report has all
WIDTH = 78


def load_paths(paths: Sequence[Path], settings: Settings) -> int:
    """What `hub load PATH…` does, for the commands that load as a part of their work."""
    from hub.ingest.load import LoadOptions
    from hub.ingest.report import Report

    report = Report()
    summary = loaded(paths, settings, LoadOptions(), report)
    print("\n".join(lines(summary, report)), flush=True)
    return summary.exit_code


def loaded(
    paths: Sequence[Path], settings: Settings, options: "LoadOptions", report: "Report"
) -> "Summary":
    """Load into the graph of the settings; the findings are in the report."""
    return asyncio.run(_load(paths, settings, options, report))


async def _load(
    paths: Sequence[Path], settings: Settings, options: "LoadOptions", report: "Report"
) -> "Summary":
    from hub.gateway.session import open_hub
    from hub.ingest.load import load

    async with open_hub(settings) as graph:
        return await load(graph, paths, options, report, _bar())


def _bar() -> "Callable[[Progress], None]":
    """One line that is written over, on a terminal only."""

    def silent(progress: "Progress") -> None:
        """Nobody watches."""

    def shown(progress: "Progress") -> None:
        of = f" of {progress.total:,}" if progress.total else ""
        line = f"{progress.stage}: {progress.done:,}{of}"
        print(f"\r{line:<{WIDTH}.{WIDTH}}", end="", file=sys.stderr, flush=True)

    return shown if sys.stderr.isatty() else silent


def lines(summary: "Summary", report: "Report") -> Iterator[str]:
    """What a person reads after a load: counts, then the first findings."""
    if sys.stderr.isatty():
        print(f"\r{'':<{WIDTH}}\r", end="", file=sys.stderr)
    yield (
        f"{summary.files} files, {summary.rows:,} rows: {summary.payments:,} new payments, "
        f"{summary.releases:,} new releases, {summary.repeats:,} repeats, "
        f"{summary.later:,} later than --until, {summary.refused_rows:,} refused"
    )
    yield (
        f"{summary.organisations:,} organisations under {summary.mentions:,} mentions, "
        f"in {summary.seconds:.1f} s"
    )
    for finding in report.findings[:SHOWN]:
        place = ":".join(str(part) for part in (finding.file, finding.line) if part)
        where = f" {finding.field}" if finding.field else ""
        yield f"{finding.code} {place}{where}: {finding.message}; {finding.advice}"
    if summary.findings > SHOWN:
        yield f"… {summary.findings - SHOWN:,} more findings; --report FILE has all of them"
