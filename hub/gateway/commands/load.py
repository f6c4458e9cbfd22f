"""`hub load`: files and folders into the graph, with a report of what was wrong in them."""

import argparse
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import BadInput, HubError
from hub.gateway.commands import Commands
from hub.gateway.loading import lines, loaded
from hub.gateway.output import add_json, tell
from hub.gateway.settings import Settings

if TYPE_CHECKING:
    from hub.ingest.parts import Part
    from hub.ingest.remote import Source


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser("load", help="load files and folders", allow_abbrev=False)
    parser.add_argument("paths", nargs="*", type=_path, metavar="PATH", help="file, folder, or -")
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="write JSON, or a page if it ends in .html"
    )
    parser.add_argument(
        "--until",
        type=_day,
        metavar="DATE",
        help="keep all mentions, drop facts that became public after that day in London",
    )
    parser.add_argument(
        "--fetched",
        type=_day,
        metavar="DATE",
        help="public time of releases and rows of tables that state none",
    )
    parser.add_argument(
        "--mapping", type=Path, metavar="FILE", help="how to read tables: see docs/loading.md"
    )
    parser.add_argument(
        "--explain", type=_path, metavar="FILE", help="show how a table would load; loads nothing"
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="of --explain: the mapping file to write"
    )
    parser.add_argument(
        "--partition",
        type=_part,
        metavar="I/N",
        help="load one of N parts, beside the loaders of the others (1/4, 2/4, 3/4, 4/4)",
    )
    parser.add_argument("--url", help="an OCDS API like Find a Tender's ocdsReleasePackages")
    parser.add_argument(
        "--from", dest="start", type=_moment, metavar="TIME", help="of --url: a day or a time"
    )
    parser.add_argument(
        "--to", dest="end", type=_moment, metavar="TIME", help="of --url: a day or a time; now"
    )
    add_json(parser)
    parser.set_defaults(run=run, wrong=parser.error)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Load; 0: all loaded, 3: rows or files refused, 1: nothing could be done."""
    if args.explain or args.out:
        return _explained(args)
    from hub.ingest.ledger import Ledger
    from hub.ingest.load import LoadOptions
    from hub.ingest.mapping import mapping_of
    from hub.ingest.report import Report, Summary

    ledger = Ledger() if args.report else None
    report, summary = Report(detailed=bool(args.report), ledger=ledger), Summary()
    if args.report and not args.report.absolute().parent.is_dir():
        raise BadInput(f"There is no folder for the report: {args.report.absolute().parent}.")
    if args.report:
        _spared(args.report, [*args.paths, *([args.mapping] if args.mapping else [])])
    mapping = mapping_of(args.mapping) if args.mapping else None
    options = LoadOptions(args.until, args.fetched, mapping, part=args.partition)
    remote = _remote(args, settings)
    try:
        loaded(args.paths, settings, options, report, summary, refresh=True, remote=remote)
    except HubError:
        # What was loaded before stays, so what was found in it must not be lost.
        if args.report:
            with suppress(OSError):
                report.write(args.report, summary)
        raise
    if args.report:
        try:
            report.write(args.report, summary)
        except OSError as error:
            raise BadInput(f"--report: {args.report} can't be written; all is loaded.") from error
    tell(args, {**asdict(summary), "codes": dict(report.codes)}, lines(summary, report))
    return summary.exit_code


def _explained(args: argparse.Namespace) -> int:
    """Say how a file would load; usage that does not go together ends here."""
    from hub.gateway.explaining import explain

    if not args.explain:
        args.wrong("--out belongs to --explain")
    if args.paths or args.url or args.report or args.until or args.partition:
        args.wrong("--explain takes one FILE, and of the options --mapping, --fetched and --out")
    return explain(args)


def _remote(args: argparse.Namespace, settings: Settings) -> "Source | None":
    """The API to load from; usage that does not go together ends here."""
    from hub.ingest.remote import Source
    from hub.ingest.remotewindows import moment_of

    if args.url is None:
        if args.start or args.end:
            args.wrong("--from and --to belong to --url")
        if not args.paths:
            args.wrong("say what to load: PATH, or --url URL --from TIME")
        return None
    if args.partition:
        args.wrong("--partition goes with PATH; an API is asked by one loader")
    start: str = args.start or args.wrong("--url needs --from TIME, such as --from 2026-09-01")
    end = moment_of(args.end, end=True) if args.end else None
    return Source(args.url, moment_of(start), end, settings.home / "remote")


def _spared(report: Path, given: list[Path]) -> None:
    """BadInput when the report would be written over what is to be read, or over a folder."""
    if report.is_dir():
        raise BadInput(f"--report: {report} is a folder; name a file.")
    if report.exists() and any(one.exists() and report.samefile(one) for one in given):
        raise BadInput(
            f"--report: {report} is to be loaded and would be overwritten; name another."
        )


def _path(text: str) -> Path:
    """A path as it was typed: `-` is standard input, `./-` is a file of that name."""
    path = Path(text)
    return path.absolute() if path == Path("-") and text != "-" else path


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no date; write it like 2013-06-30") from None


def _part(text: str) -> "Part":
    from hub.ingest.parts import part_of

    try:
        return part_of(text)
    except BadInput as error:
        raise argparse.ArgumentTypeError(error.message) from None


def _moment(text: str) -> str:
    from hub.ingest.remotewindows import moment_of

    try:
        moment_of(text)
    except BadInput as error:
        raise argparse.ArgumentTypeError(error.message) from None
    return text
