"""What `hub load --explain` tells a person, and the mapping file that it writes."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import BadInput
from hub.gateway.output import tell
from hub.ingest.report import REFUSED, shown

if TYPE_CHECKING:
    from hub.ingest.explain import Explanation
    from hub.ingest.mapping import Mapping

FINDINGS = 20  # shown; with --json all
ITEMS = 40  # of a list of columns


def explain(args: argparse.Namespace) -> int:
    """Explain one file and write its mapping; 1 when rows, or all of it, would be refused."""
    from hub.ingest.explain import explained
    from hub.ingest.mapping import mapping_of

    path: Path = args.explain
    out: Path = args.out or path.with_name(f"{path.name.split('.')[0] or 'table'}-mapping.toml")
    if args.out and out.exists():
        raise BadInput(f"--out: {out} is there already and was left as it is; name another file.")
    mapping: Mapping | None = mapping_of(args.mapping) if args.mapping else None
    made = explained(path, mapping, args.fetched, out.name)
    written = _written(made, out)
    record = {**asdict(made), "written": str(out) if written else None}
    tell(args, record, _lines(made, args, out, written))
    understood = made.columns or made.kind != "table"
    return 0 if understood and not made.refused else 1


def _written(made: "Explanation", out: Path) -> bool:
    """Write the mapping, never over anything; False when there is none or a file is there."""
    if not made.toml or not made.columns:
        return False
    try:
        with out.open("x", encoding="utf-8") as file:
            file.write(made.toml)
    except FileExistsError:
        return False
    except OSError as error:
        raise BadInput(f"{out} can't be written: {error.strerror}; name it by --out.") from error
    return True


def _lines(
    made: "Explanation", args: argparse.Namespace, out: Path, written: bool
) -> Iterator[str]:
    yield _reader(made)
    yield from _section("Sure", made.sure)
    yield from _section("Not sure", made.unsure)
    if not made.sure and made.columns:
        pairs = (f'{target}: column "{name}"' for target, name in made.columns.items())
        yield from _section("Columns", pairs)
    yield from _section("Kept as it is", made.left)
    yield from _section("Left out, since it tells of persons", made.personal)
    if made.columns:
        yield from _rows(made)
    yield from _next(made, args, out, written)


def _reader(made: "Explanation") -> str:
    if made.kind != "table":
        return f"{made.file}: {made.reader}; the hub reads them without a mapping."
    if made.reader and made.own:
        return f"{made.file}: read by your mapping {made.reader}."
    if made.reader:
        return f"{made.file}: read by the mapping {made.reader}, which comes with the hub."
    if not made.columns:
        return f"{made.file}: no column could be understood."
    return f"{made.file}: no mapping of the hub takes it; this one was guessed."


def _section(title: str, items: "Iterator[str] | list[str]") -> Iterator[str]:
    told = list(items)
    if told:
        yield f"\n{title}:"
    yield from (f"  {shown(item)}" for item in told[:ITEMS])
    if len(told) > ITEMS:
        yield f"  … {len(told):,} in all; --json has them"


def _rows(made: "Explanation") -> Iterator[str]:
    yield f"\nThe first {len(made.rows)} rows as they would load:"
    for row in made.rows:
        told = "; ".join(f"{name} {shown(text)}" for name, text in row.items() if name != "line")
        yield f"  line {row['line']}: {told}"
    of = f"of the first {made.tried:,} rows" if made.more else f"of {made.tried:,} rows"
    yield f"\n{made.refused:,} {of} would be refused."
    counts = (
        f"{code}: {count:,} ({'refused' if code in REFUSED else 'loads with a remark'})"
        for code, count in sorted(made.codes.items())
    )
    yield from _section("Found", counts)
    for one in made.findings[:FINDINGS]:
        where = f"line {one['line']} " if one["line"] else ""
        column = f"{one['column']}: " if one["column"] else ""
        yield f"  {one['code']} {where}{column}{one['message']}; {one['advice']}"
    if len(made.findings) > FINDINGS:
        yield f"  … {len(made.findings):,} findings in all; --json has them"


def _next(made: "Explanation", args: argparse.Namespace, out: Path, written: bool) -> Iterator[str]:
    day = " --fetched DAY-OF-YOUR-COPY" if made.fetched else ""
    if made.toml and made.columns:
        yield (
            f"\nThe mapping was written to {out}."
            if written
            else f"\n{out} is there already and was left as it is; say --out FILE to write another."
        )
        yield f"Read and mend it, then: hub load {args.explain} --mapping {out}{day}"
    elif made.reader:
        own = f" --mapping {args.mapping}" if made.own else ""
        yield f"\nNothing was written. To load it: hub load {args.explain}{own}{day}"
    else:
        yield "\nNothing was written: give the columns headings that say what is in them."
