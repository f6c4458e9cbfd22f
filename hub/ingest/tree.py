"""The tree of categories in use: official labels, and the codes that they lie within.

A category is in use when a contract, product, lot or need is of it or of one within it, so a wider
code is public since the first of these within it. Labels and tree are the vocabulary's, for all
dates.
"""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass

from graph import tree
from graph.driver import Graph, Step
from graph.ids import make_id
from graph.loading import MERGE_CATEGORIES
from graph.regrouping import CATEGORY_FACTS
from hub.ingest.cpv import LIST, SOURCE
from hub.ingest.rows import Row, batches

SCHEME = "CPV"
# Category, public time, name, source, basis, number of facts.
Fact = tuple[str, str, str | None, str, str, int]


@dataclass(frozen=True, slots=True)
class Tree:
    """`codes` of the graph's categories by id, `labels` of those and of what they lie within."""

    codes: Mapping[str, str]
    labels: Mapping[str, str]

    def above(self, code: str) -> Iterator[str]:
        """The codes that a listed code lies within, the nearest first; none of another."""
        if code in self.labels:
            wider = dict.fromkeys(widened(code))
            yield from (one for one in wider if one in self.labels)


def widened(code: str) -> Iterator[str]:
    """`72212000` → `72210000`, `72200000`, `72000000`: whatever of these the vocabulary has."""
    telling = len(code.rstrip("0"))
    yield from (code[:digits].ljust(8, "0") for digits in range(telling - 1, 2, -1))
    if telling > 2:
        yield code[:2].ljust(8, "0")


async def read(graph: Graph) -> Tree:
    """The tree over the graph's categories, as far as a vocabulary is loaded."""
    codes = {id: code for id, code in await graph.rows(tree.CODES, scheme=SCHEME)}
    editions = await graph.rows(tree.EDITION, list=LIST)
    if not editions:
        return Tree(codes, {})
    which = {"list": LIST, "edition": editions[0][0]}
    asked = sorted({one for code in codes.values() for one in (code, *widened(code))})
    labels: dict[str, str] = {}
    for batch in batches(asked):
        for code, name in await graph.rows(tree.LABELS, codes=list(batch), **which):
            labels[code] = min(name, labels.get(code, name))
    return Tree(codes, labels)


async def planted(graph: Graph) -> Tree:
    """The tree, once there is a node for all that those in use lie within; settled later."""
    known = await read(graph)
    codes = set(known.codes.values())
    new = sorted({wider for code in codes for wider in known.above(code)} - codes)
    for batch in batches([_category(code, known) for code in new]):
        await graph.write(Step(MERGE_CATEGORIES, {"rows": list(batch)}))
    return Tree({**known.codes, **{_id(code): code for code in new}}, known.labels)


async def facts(graph: Graph, known: Tree) -> AsyncIterator[Fact]:
    """What is stated of categories, with the official labels, and of what they lie within."""
    for statement in CATEGORY_FACTS:
        async for id, since, name, source, basis, count in graph.stream(statement):
            code = known.codes.get(id, "")
            yield id, since, known.labels.get(code, name), source, basis, count
            for wider in known.above(code):
                yield _id(wider), since, known.labels[wider], source, basis, count


async def branch(graph: Graph, known: Tree) -> None:
    """Bring the edges between categories up to date, once their public times are settled."""
    since = {id: day for id, day in await graph.rows(tree.SINCE, scheme=SCHEME)}
    wanted = {row["child"]: row for row in _edges(known, since)}
    stored = {
        child: {"child": child, "parent": parent, "publicFrom": day, "source": source}
        for child, parent, day, source in await graph.rows(tree.STORED)
    }
    gone = [row for id, row in stored.items() if not _same_ends(row, wanted.get(id))]
    new = [row for id, row in sorted(wanted.items()) if stored.get(id) != row]
    for statement, rows in ((tree.DELETE_WITHIN, gone), (tree.MERGE_WITHIN, new)):
        for batch in batches(rows):
            await graph.write(Step(statement, {"rows": list(batch)}))


async def unlisted(graph: Graph) -> list[str]:
    """Codes in use that the loaded vocabulary does not have; none when none is loaded."""
    if not await graph.rows(tree.EDITION, list=LIST):
        return []
    known = await read(graph)
    return sorted(set(known.codes.values()) - known.labels.keys())


def _edges(known: Tree, since: Mapping[str, str]) -> Iterator[Row]:
    for id, code in known.codes.items():
        wider = next(known.above(code), None)
        if wider and id in since:
            ends = {"child": id, "parent": _id(wider)}
            yield {**ends, "publicFrom": since[id], "source": SOURCE.id}


def _same_ends(row: Row, other: Row | None) -> bool:
    return other is not None and row["parent"] == other["parent"]


def _category(code: str, known: Tree) -> Row:
    # The basis and time of the first fact within it come with `facts`, in the same load.
    dated = {"publicFrom": "", "basis": "stated", "source": SOURCE.id}
    stated = {"scheme": SCHEME, "code": code, "name": known.labels[code]}
    return {"id": _id(code), **stated, **dated}


def _id(code: str) -> str:
    return make_id("cat", SCHEME, code)
