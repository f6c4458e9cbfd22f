"""`hub load`: files and folders into the graph, with a report of what was wrong in them."""

import argparse
from dataclasses import asdict
from datetime import date
from pathlib import Path

from graph.errors import BadInput
from hub.gateway.commands import Commands
from hub.gateway.loading import lines, loaded
from hub.gateway.output import add_json, tell
from hub.gateway.settings import Settings


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser("load", help="load files and folders", allow_abbrev=False)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file, folder, or -")
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
    summary = loaded(args.paths, settings, options, report, refresh=True)
    if args.report:
        report.write(args.report, summary)
    tell(args, {**asdict(summary), "codes": dict(report.codes)}, lines(summary, report))
    return summary.exit_code


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no date; write it like 2013-06-30") from None
