"""`hub evaluate`: rank past needs forward in time with every ranker, intervals beside each."""

import argparse
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from graph.errors import BadInput
from hub.gateway.commands import Commands
from hub.gateway.output import add_json, tell
from hub.gateway.settings import Settings
from ranking import hyperparameters
from ranking.evaluation import Report, evaluate
from ranking.metrics import MEASURES
from ranking.snapshot import Snapshot
from ranking.training import train

ROOT = Path(__file__).parents[3]


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser("evaluate", help="measure the rankers", allow_abbrev=False)
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the figures as JSON")
    parser.add_argument(
        "--validation",
        action="store_true",
        help="the months on which the settings were chosen, not the test",
    )
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Train what is missing, rank, and print one row a ranker."""
    snapshot = Snapshot.current(settings.home)
    train(snapshot, settings.home, None, lambda line: None)
    report = evaluate(snapshot, settings.home, validation=args.validation)
    record = {
        "settings": settings_commit(ROOT),
        "dataVersion": snapshot.version,
        **report.as_json(),
    }
    if args.report:
        try:
            args.report.write_bytes(orjson.dumps(record, option=orjson.OPT_INDENT_2))
        except OSError as error:
            raise BadInput(f"--report: {args.report} can't be written.") from error
    tell(args, record, _lines(report, record))
    return 0


def settings_commit(root: Path) -> dict[str, Any]:
    """The commit that last changed the chosen settings; None outside a checkout of git."""
    file = Path(hyperparameters.__file__).resolve().relative_to(root).as_posix()
    commit = _git(root, "log", "-1", "--format=%H %cs", "--", file)
    changed = _git(root, "status", "--porcelain", "--", file)
    sha, _, day = (commit or "").partition(" ")
    return {"file": file, "commit": sha or None, "date": day or None, "changed": bool(changed)}


def _git(root: Path, *words: str) -> str | None:
    try:
        found = subprocess.run(
            ("git", "-C", str(root), *words), capture_output=True, text=True, check=True, timeout=10
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return found.stdout.strip()


def _lines(report: Report, record: dict[str, Any]) -> Iterator[str]:
    told = record["settings"]
    commit = told["commit"] or "unknown: this is no checkout of git"
    yield f"needs       {report.needs} of {report.buyers} buyers: {report.protocol}"
    yield (
        "            first purchases only, so no winner is an incumbent; candidates are all known"
        f" suppliers less the buyer's own, {report.candidates:.0f} on average"
    )
    yield (
        f"unknown     {report.unknown_winners:.1%} of the winners were in no earlier fact; each is"
        " a miss of every ranker"
    )
    changed = ", CHANGED SINCE" if told["changed"] else ""
    yield f"settings    {told['file']}, commit {commit} {told['date'] or ''}{changed}"
    yield f"models      {', '.join(report.models)}; fallback for {report.degraded:.0%} of needs"
    yield f"SME         {_percent(report.sme_pool)} of the candidates whose size is known"
    yield ""
    yield f"{'ranker':<15}" + "".join(f"{m:<21}" for m in MEASURES) + "coverage  SME exposure"
    for row in report.rows:
        cells = "".join(f"{i.mean:.3f} [{i.low:.3f}, {i.high:.3f}] " for i in row.measures.values())
        yield f"{row.ranker:<15}{cells}{row.coverage:>7.1%}  {_percent(row.sme_exposure):>12}"
    yield ""
    yield "in brackets: 95 % interval, bootstrap over whole buyers; ties are broken by id"
    for quarter, values in report.quarters.items():
        rest = ", ".join(f"{n} {v:.3f}" for n, v in values.items() if n != "needs")
        yield f"{quarter}: {values['needs']:.0f} needs, MRR@10 {rest}"


def _percent(share: float | None) -> str:
    return "unknown" if share is None else f"{share:.1%}"
