"""Loading on behalf of a command: progress on a terminal, and what a load has to tell."""

import asyncio
import fcntl
import sys
from collections.abc import AsyncGenerator, Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from graph.dialect import one_writer
from graph.embedded import start
from graph.errors import Conflict
from graph.generations import noticed
from graph.loading import UNFINISHED
from hub.gateway.settings import Settings

if TYPE_CHECKING:
    from hub.ingest.load import LoadOptions, Progress
    from hub.ingest.remote import Source
    from hub.ingest.report import Report, Summary

SHOWN = 20  # findings printed; --report has all
WIDTH = 78
TURN = 0.002  # seconds between two looks at the lock of the one writer


def load_paths(paths: Sequence[Path], settings: Settings) -> int:
    """What `hub load PATH…` does, for the commands that load as a part of their work."""
    from hub.ingest.load import LoadOptions
    from hub.ingest.report import Report, Summary

    report, summary = Report(), Summary()
    loaded(paths, settings, LoadOptions(), report, summary)
    print("\n".join(lines(summary, report)), flush=True)
    return summary.exit_code


def loaded(
    paths: Sequence[Path],
    settings: Settings,
    options: "LoadOptions",
    report: "Report",
    summary: "Summary",
    *,
    refresh: bool = False,
    remote: "Source | None" = None,
) -> None:
    """Load into the graph of the settings; what was found and done, also before an error, is in
    the report and the summary.

    `refresh` writes the snapshot anew where there is one, so that a hub that runs matches on what
    it shows.
    """
    asyncio.run(_load(paths, settings, options, report, summary, refresh, remote))


async def _load(
    paths: Sequence[Path],
    settings: Settings,
    options: "LoadOptions",
    report: "Report",
    summary: "Summary",
    refresh: bool,
    remote: "Source | None",
) -> None:
    from hub.gateway.session import open_hub
    from hub.ingest.load import load
    from hub.ingest.quality.measure import measured
    from hub.ingest.remote import load_remote
    from hub.worker.snapshots import write_snapshot

    options = replace(options, spend=settings.home / "spend")
    with side_by_side(settings) if options.part else alone(settings.home):
        async with open_hub(settings) as graph:
            if options.part and one_writer(graph.engine):
                graph.turn = partial(turn, settings.home)
            if paths or not remote:
                summary.join(await load(graph, paths, options, report, bar()))
            if remote:
                await load_remote(graph, remote, options, report, bar(), summary)
            if summary.changed:
                await noticed()
            if report.detailed:
                report.quality = (await measured(graph)).record()
            # The last of several loaders sees to it; before that, all is not derived.
            shown = summary.changed and not await graph.rows(UNFINISHED)
            if refresh and shown and (settings.home / "snapshots" / "current").exists():
                await write_snapshot(graph, settings.home)


@contextmanager
def alone(home: Path) -> Generator[None]:
    """One load at a time: two would derive the same things from halves of the facts."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "load.lock").open("w") as lock:
        _lock(lock, fcntl.LOCK_EX)
        yield


def _lock(file: IO[str], how: int) -> None:
    try:
        fcntl.flock(file, how | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Conflict("Another load is running on this data folder; wait for it.") from None


@contextmanager
def side_by_side(settings: Settings) -> Generator[None]:
    """One of several loads of parts; whoever started the embedded graph outstays the others."""
    settings.home.mkdir(parents=True, exist_ok=True)
    with ExitStack() as kept, (settings.home / "load.lock").open("w") as lock:
        _lock(lock, fcntl.LOCK_SH)
        server = None
        if settings.graph_uri is None:
            server = kept.enter_context(start(settings.home, settings.graph_heap))
        yield
        if server and not server.joined:
            fcntl.flock(lock, fcntl.LOCK_EX)


@asynccontextmanager
async def turn(home: Path) -> AsyncGenerator[None]:
    """One write at a time among the processes of a data folder."""
    with (home / "write.lock").open("w") as lock:
        while True:
            with suppress(BlockingIOError):
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            await asyncio.sleep(TURN)
        yield


def bar() -> "Callable[[Progress], None]":
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
    spend = f"{summary.spend:,} new lines of spend, " if summary.spend else ""
    listed = f"{summary.entries:,} rows of reference lists, " if summary.entries else ""
    yield (
        f"{summary.files} files, {summary.rows:,} rows: {summary.payments:,} new payments, "
        f"{summary.releases:,} new releases, {summary.records:,} new records, {spend}{listed}"
        f"{summary.repeats:,} repeats, "
        f"{summary.later:,} later than --until, {summary.refused_rows:,} refused"
    )
    if summary.mentions or not summary.windows:
        yield (
            f"{summary.organisations:,} organisations under {summary.mentions:,} mentions, "
            f"in {summary.seconds:.1f} s"
        )
    if summary.windows or summary.incomplete:
        shown = f"{summary.incomplete:,} not shown complete" if summary.incomplete else "complete"
        yield f"{summary.windows:,} windows: {shown}"
    told = list(_told(report))
    yield from told[:SHOWN]
    if len(told) > SHOWN or len(report.findings) < summary.findings:
        yield f"… {summary.findings:,} findings in all; --report FILE has every one"


def _told(report: "Report") -> Iterator[str]:
    """A line a finding; files that have the same thing wrong with them share one."""
    whole: dict[tuple[str, str, str], list[str]] = {}
    for finding in report.findings:
        if finding.line is None and finding.field is None:
            key = (finding.code, finding.message, finding.advice)
            whole.setdefault(key, []).append(finding.file)
    for (code, message, advice), files in whole.items():
        count = f" {len(files)} files" if len(files) > 1 else ""
        yield f"{code}{count}: {message}; {advice}: {', '.join(files)}"
    for finding in report.findings:
        if finding.line is not None or finding.field is not None:
            place = ":".join(str(part) for part in (finding.file, finding.line) if part)
            where = f" {finding.field}" if finding.field else ""
            yield f"{finding.code} {place}{where}: {finding.message}; {finding.advice}"
