"""`hub identify`: which bodies of the graph, and of one another, are the names of a list."""

import argparse
import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import BadInput
from hub.gateway.commands import Commands
from hub.gateway.output import add_json, tell
from hub.gateway.settings import Settings

if TYPE_CHECKING:
    from hub.ingest.grouping import Evidence
    from hub.ingest.subjects import Subject


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser("identify", help="who are these names?", allow_abbrev=False)
    parser.add_argument("--mentions", type=Path, required=True, metavar="FILE.jsonl")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.jsonl")
    parser.add_argument(
        "--reference", type=Path, metavar="DIR", help="folder of reference lists of public bodies"
    )
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """0 when every line was answered, 3 when some were refused (their lines say why)."""
    from hub.ingest.identify import identify, read_lines

    _check(args.mentions, args.out)
    with args.mentions.open("rb") as file:
        lines = read_lines(file)
    known, evidence = asyncio.run(_stored(settings, args.reference))
    answers = identify(lines.subjects, known, evidence.lists, evidence.decisions)
    _write(args.out, [*answers, *lines.refused])
    found = sum(answer["organisation"] is not None for answer in answers)
    said = {
        "mentions": len(answers),
        "known": found,
        "groups": len({answer["group"] for answer in answers}),
        "refused": len(lines.refused),
    }
    text = f"{len(answers)} mentions, {said['groups']} bodies, {found} mentions known to the graph"
    tell(args, said, [f"{text}, {len(lines.refused)} lines refused: {args.out}"])
    return 3 if lines.refused else 0


async def _stored(settings: Settings, reference: Path | None) -> "tuple[list[Subject], Evidence]":
    from hub.gateway.session import open_whole
    from hub.ingest.identify import stored
    from hub.ingest.known import evidence

    async with open_whole(settings) as graph:
        return await stored(graph), await evidence(graph, reference)


def _check(mentions: Path, out: Path) -> None:
    if not mentions.is_file():
        raise BadInput(f"--mentions: there is no file {mentions}.")
    if out.is_dir() or not out.absolute().parent.is_dir():
        raise BadInput(f"--out: {out} can't be written; name a file in a folder that is there.")
    if out.resolve() == mentions.resolve():
        raise BadInput("--out would overwrite --mentions; name another file.")


def _write(out: Path, answers: list[dict[str, Any]]) -> None:
    text = "".join(json.dumps(answer, ensure_ascii=False) + "\n" for answer in answers)
    # A lone surrogate in somebody's list must not leave half a file.
    out.write_bytes(text.encode("utf-8", "backslashreplace"))
