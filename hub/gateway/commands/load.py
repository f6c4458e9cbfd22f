"""`hub load`: files and folders into the graph, with a report of what was wrong in them."""

import argparse
import asyncio
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import BadInput
from hub.gateway.commands import Commands
from hub.gateway.output import add_json, tell
from hub.gateway.settings import Settings

if TYPE_CHECKING:
    from hub.ingest.load import LoadOptions, Progress
    from hub.ingest.report import Report, Summary

SHOWN = 20  # findings printed; --report has all
WIDTH = 78


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser("load", help="load files and folders", allow_abbrev=False)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write all findings as JSON")
    parser.add_argument(
        "--until",
        type=_day,
        metavar="DATE",
        help="keep all mentions, drop facts that became public after that day in London",
    )
    parser.add_argument(
        "--fetched", type=_day, metavar="DATE", help="public time of releases that state none"
    )
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Load; 0: all loaded, 3: rows or files refused, 1: nothing could be done."""
    from hub.ingest.load import LoadOptions
    from hub.ingest.report import Report

    report = Report()
    if args.report and not args.report.absolute().parent.is_dir():
        raise BadInput(f"There is no folder for the report: {args.report.absolute().parent}.")
    options = LoadOptions(args.until, args.fetched)
    summary = asyncio.run(_load(args.paths, settings, options, report))
    if args.report:
        report.write(args.report, summary)
    tell(args, {**asdict(summary), "codes": dict(report.codes)}, _lines(summary, report))
    return summary.exit_code


def load_paths(paths: Sequence[Path], settings: Settings) -> int:
    """What `hub load PATH…` does, for the commands that load as a part of their work."""
    args = argparse.Namespace(paths=list(paths), report=None, until=None, fetched=None, json=False)
    return run(args, settings)


async def _load(
    paths: list[Path], settings: Settings, options: "LoadOptions", report: "Report"
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


def _lines(summary: "Summary", report: "Report") -> Iterator[str]:
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


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no date; write it like 2013-06-30") from None
