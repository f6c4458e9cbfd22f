"""Decisions on who is who: recorded, sourced, in force until they are undone."""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass

from graph import decisions as stored
from graph.driver import Graph, Step
from graph.errors import BadInput, NotFound
from graph.ids import make_id
from hub.ingest.redact import clean_text

JOIN, SPLIT = "join", "split"


@dataclass(frozen=True, slots=True)
class Decision:
    """`one` and `other` are ids of mentions: they are one body, or `one` is not what `other` is.

    `made_at` and `undone_at` are instants, UTC; `undone_at` None: it is in force.
    """

    id: str
    action: str
    one: str
    other: str
    why: str
    by: str
    evidence: str | None
    made_at: str
    undone_at: str | None = None
    undone_by: str | None = None
    undone_why: str | None = None


def decided(
    action: str, one: str, other: str, *, why: str, by: str, evidence: str | None, at: str
) -> Decision:
    """A new decision; a join has no direction, so its ids are put in order. Raises BadInput."""
    why, by = said(why), " ".join(by.split())
    evidence = said(evidence) if evidence else None
    if not why or not by:
        raise BadInput("A decision needs a reason (--why) and a name (--by); neither may be empty.")
    one, other = (mention_id(text) for text in (one, other))
    if one == other:
        raise BadInput(f"{one} is one mention; name two.")
    if action == JOIN:
        one, other = sorted((one, other))
    id = make_id("dec", action, one, other, why, by, evidence or "", at)
    return Decision(id, action, one, other, why, by, evidence, at)


def said(text: str) -> str:
    """A reason or what it rests on, without e-mail addresses and telephone numbers."""
    return clean_text(" ".join(text.split()))


def mention_id(text: str) -> str:
    """The mention that an id of a body, buyer or supplier names; BadInput when it is none."""
    kind, _, rest = text.strip().partition("-")
    if kind not in ("org", "buy", "sup") or not rest:
        raise BadInput(f"{text} is no id of a body; ids look like org-0123456789abcdef01234567.")
    return f"org-{rest}"


async def all_decisions(graph: Graph) -> list[Decision]:
    """All there are, undone ones too, by time and id."""
    found = [Decision(*row) for row in await graph.rows(stored.DECISIONS)]
    return sorted(found, key=lambda one: (one.made_at, one.id))


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Those that count, by id."""
    return tuple(sorted((d for d in decisions if d.undone_at is None), key=lambda one: one.id))


def named(decisions: Collection[Decision], id: str) -> Decision:
    """The decision of that id; NotFound when there is none."""
    for one in decisions:
        if one.id == id.strip():
            return one
    raise NotFound(f"There is no decision {id}; `hub identity decisions` lists them.")


def written(decision: Decision) -> Step:
    """The step that stores a decision as it is now."""
    names = {"made_at": "madeAt", "undone_at": "undoneAt"}
    names |= {"undone_by": "undoneBy", "undone_why": "undoneWhy"}
    values = {names.get(key, key): value for key, value in asdict(decision).items()}
    return Step(stored.WRITE, {"id": decision.id, "values": values})
