"""`hub match`: many needs at once, one JSON object a line in and one a line out."""

import argparse
import asyncio
import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

import orjson

from graph.errors import BadInput, HubError
from graph.ids import as_role
from hub.gateway.commands import Commands
from hub.gateway.session import open_whole
from hub.gateway.settings import Settings
from hub.gateway.version import VERSION
from ranking.service import Ranker
from resolvers import asking, matching, suppliers
from resolvers.context import Context

SHOWN = 50


def add(commands: Commands) -> None:
    """Register the command."""
    parser = commands.add_parser("match", help="suppliers for a file of needs", allow_abbrev=False)
    parser.add_argument("--needs", type=Path, required=True, metavar="FILE.jsonl")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.jsonl")
    parser.add_argument("--as-of", type=date.fromisoformat, metavar="DATE")
    parser.add_argument("--first", type=int, default=SHOWN, metavar="N")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """0 when every need was answered, 3 when some were refused (their lines say why)."""
    if args.first < 1:
        raise BadInput(f"--first must be at least 1; {args.first} was given.")
    if not args.needs.is_file():
        raise BadInput(f"--needs: there is no file {args.needs}.")
    folder = args.out.absolute().parent
    if args.out.is_dir() or not folder.is_dir():
        raise BadInput(
            f"--out: {args.out} can't be written; name a file in a folder that is there."
        )
    if args.out.absolute() == args.needs.absolute():
        raise BadInput("--out would overwrite --needs; name another file.")
    answers = asyncio.run(answer_all(settings, args.needs, args.as_of, args.first))
    lines = b"".join(orjson.dumps(answer) + b"\n" for answer in answers)
    args.out.write_bytes(lines)
    refused = sum("error" in answer for answer in answers)
    print(f"{len(answers) - refused} needs answered, {refused} refused: {args.out}")
    return 3 if refused else 0


async def answer_all(
    settings: Settings, needs: Path, as_of: date | None, first: int
) -> list[dict[str, Any]]:
    """The answers in the order of the needs."""
    async with open_whole(settings) as graph:
        ctx = Context("anonymous", graph, Ranker(settings.home), VERSION)
        return [await answer(ctx, line, n, as_of, first) for n, line in numbered(needs)]


def numbered(needs: Path) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers."""
    for n, line in enumerate(needs.read_bytes().splitlines(), 1):
        if line.strip():
            yield n, line


async def answer(
    ctx: Context, line: bytes, number: int, as_of: date | None, first: int
) -> dict[str, Any]:
    """The answer to one line, or its coded error."""
    id: object = None
    try:
        fields = parsed(line)
        id = fields.pop("id", None)
        asked = asking.asked(fields)
        if asked.as_of is None:
            asked = dataclasses.replace(asked, as_of=as_of)
        return {"id": id, **await matched(ctx, asked, first)}
    except HubError as error:
        told = {"code": error.code, "message": error.message, "line": number}
        return {"id": id, "error": {**told, **error.extensions}}


def parsed(line: bytes) -> dict[str, Any]:
    """The JSON object of a line."""
    try:
        value: object = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise BadInput(f"This line is not JSON: {error}.") from error
    if not isinstance(value, dict):
        raise BadInput("A need must be a JSON object.")
    return cast(dict[str, Any], value)


async def matched(ctx: Context, asked: matching.Asked, first: int) -> dict[str, Any]:
    """The suppliers of one need, best first."""
    found = await matching.match(ctx, asked)
    rows = found.ranking.rows[:first]
    names = await suppliers.names(ctx, [row.supplier_id for row in rows])
    shown = [
        {"id": as_role(row.supplier_id, "sup"), "name": names[row.supplier_id], "score": row.score}
        for row in rows
        if row.supplier_id in names
    ]
    return {
        "suppliers": shown,
        "modelVersion": found.ranking.model_version,
        "asOf": found.as_of.isoformat(),
        "degraded": found.ranking.degraded,
    }
