"""Decisions on who is who: recorded, in force after a reload, undone without a trace."""

from pathlib import Path

import pytest

from graph.driver import Graph, Step
from graph.errors import BadInput, Conflict, NotFound
from graph.hashing import content_hash
from graph.loading import BEGIN
from graph.wipe import wipe
from hub.ingest.called import called
from hub.ingest.deciding import decide, undo
from hub.ingest.decisions import Decision, all_decisions, decided, written
from hub.ingest.exporting import export
from hub.ingest.importing import restore
from tests.hub.ingest.given import line, returns
from tests.hub.ingest.worlds import edges, loaded, stored

pytestmark = pytest.mark.anyio
NAMES = ("Ostermoor Borough Council", "Quillhaven Police", "Fennelbridge Stationers Ltd")
LIKE = "Fennelbridge Stationerz Limited"
TWICE = "OSTERMOOR BOROUGH COUNCIL"
FIRST, LATER = "2026-01-05T09:00:00Z", "2026-01-06T09:00:00Z"


def world(folder: Path) -> list[Path]:
    """Two files of invented returns: two buyers, one of them in two spellings, two like firms."""
    council, police, firm = NAMES
    one = [line(ID="1", CustomerName=council, SupplierName=firm)]
    two = [
        line(ID="2", CustomerName=police, SupplierName=LIKE),
        line(ID="3", CustomerName=TWICE, SupplierName=firm, ReturnMonth="2013-09-01"),
    ]
    return [returns(folder / "one.csv", one), returns(folder / "two.csv", two)]


async def ids(graph: Graph) -> dict[str, str]:
    """The id of each mention by its name."""
    return {one["name"]: one["id"] for one in await stored(graph, "Mention")}


async def bodies(graph: Graph) -> set[frozenset[str]]:
    """Names of mentions, grouped by what they mean."""
    names = {id: name for name, id in (await ids(graph)).items()}
    found: dict[str, set[str]] = {}
    for mention, organisation, _ in await edges(graph, "MEANS", "Mention", "Organisation"):
        found.setdefault(organisation, set()).add(names[mention])
    assert found.keys() == {one["id"] for one in await stored(graph, "Organisation")}
    return {frozenset(group) for group in found.values()}


async def doubtful(graph: Graph) -> set[frozenset[str]]:
    names = {id: name for name, id in (await ids(graph)).items()}
    found = await edges(graph, "RESEMBLES", "Mention", "Mention")
    assert all(a < b for a, b, _ in found)
    return {frozenset((names[a], names[b])) for a, b, _ in found}


def said(action: str, one: str, other: str, at: str = FIRST) -> Decision:
    return decided(action, one, other, why="a letter", by="Ada Quill", evidence=None, at=at)


async def test_a_join_goes_into_the_groups_and_its_undoing_restores_the_hash(
    graph: Graph, tmp_path: Path
) -> None:
    files = world(tmp_path)
    await loaded(graph, *files)
    before, known = await content_hash(graph), await ids(graph)
    council, police, firm = NAMES
    apart = {frozenset({council, TWICE}), frozenset({police}), frozenset({firm}), frozenset({LIKE})}
    assert await bodies(graph) == apart
    assert await doubtful(graph) == {frozenset({firm, LIKE})}

    done = await decide(graph, said("join", known[firm], known[LIKE]))
    assert done.one == done.other == min(known[firm], known[LIKE])
    joined = await content_hash(graph)
    assert joined != before
    assert frozenset({firm, LIKE}) in await bodies(graph)
    assert not await doubtful(graph)
    basis = {a: r for a, _, r in await edges(graph, "MEANS", "Mention", "Organisation")}
    assert basis[max(known[firm], known[LIKE])] == {"basis": "decision", "score": 100}
    await loaded(graph, *files)
    assert await content_hash(graph) == joined

    undone = await undo(graph, done.decision.id, why="wrong letter", by="Ada Quill", at=LATER)
    assert await content_hash(graph) == before
    assert await bodies(graph) == apart
    assert await all_decisions(graph) == [undone.decision]
    assert (undone.decision.undone_at, undone.decision.undone_why) == (LATER, "wrong letter")
    with pytest.raises(Conflict, match="was undone"):
        await undo(graph, done.decision.id, why="again", by="Ada Quill", at=LATER)
    again = await decide(graph, said("join", known[LIKE], known[firm], LATER))
    assert again.decision.id != done.decision.id
    assert frozenset({firm, LIKE}) in await bodies(graph)


async def test_a_split_takes_one_mention_out_and_bars_its_return(
    graph: Graph, tmp_path: Path
) -> None:
    one, two = world(tmp_path)
    third = returns(
        tmp_path / "three.csv",
        [line(ID="4", CustomerName="Ostermoor  borough council.", SupplierName=NAMES[2])],
    )
    await loaded(graph, one, two)
    before, known = await content_hash(graph), await ids(graph)
    done = await decide(graph, said("split", known[TWICE], known[NAMES[0]]))
    assert {frozenset({NAMES[0]}), frozenset({TWICE})} <= await bodies(graph)
    # Who could be either stays with the body that was not taken out.
    await loaded(graph, third)
    after = await content_hash(graph)
    rest = frozenset({NAMES[0], "Ostermoor borough council."})
    assert {rest, frozenset({TWICE})} <= await bodies(graph)
    await undo(graph, done.decision.id, why="no", by="Ada Quill", at=LATER)
    assert rest | {TWICE} in await bodies(graph)
    await wipe(graph)
    await loaded(graph, one, two)
    assert await content_hash(graph) == before
    # The other way round: the decision first, all files in another order.
    await wipe(graph)
    await loaded(graph, third, two)
    await graph.write(written(done.decision))
    await loaded(graph, one)
    assert await content_hash(graph) == after


async def test_decisions_outlive_export_import_and_new_reference_lists(
    graph: Graph, tmp_path: Path
) -> None:
    files = world(tmp_path)
    await loaded(graph, *files)
    known = await ids(graph)
    council, police, firm = NAMES
    kept = await decide(graph, said("split", known[TWICE], known[council]))
    gone = await decide(graph, said("join", known[firm], known[LIKE]))
    await undo(graph, gone.decision.id, why="no", by="Ada Quill", at=LATER)
    lists = tmp_path / "lists"
    lists.mkdir()
    # A list that says that both spellings are one body: what was decided stands above it.
    text = "police-force\tname\nost\tOstermoor Borough Council\nqui\tQuillhaven Police\n"
    (lists / "forces.tsv").write_text(text)
    await loaded(graph, lists)
    assert {frozenset({council}), frozenset({TWICE}), frozenset({police})} <= await bodies(graph)
    wanted, decisions = await content_hash(graph), await all_decisions(graph)
    assert [one.id for one in decisions if one.undone_at is None] == [kept.decision.id]
    tally = await export(graph, tmp_path / "all.ndjson", "1.0")
    assert (tally.hash, tally.counts["Decision"]) == (wanted, 2)
    await wipe(graph)
    await restore(graph, tmp_path / "all.ndjson", lambda progress: None)
    assert (await content_hash(graph), await all_decisions(graph)) == (wanted, decisions)
    await loaded(graph, *files)
    assert await content_hash(graph) == wanted


async def test_a_decision_that_was_cut_off_is_ended_by_the_next_load(
    graph: Graph, tmp_path: Path
) -> None:
    files = world(tmp_path)
    await loaded(graph, *files)
    known = await ids(graph)
    decision = said("join", known[NAMES[1]], known[NAMES[0]])
    await decide(graph, decision)
    wanted = await content_hash(graph)
    await wipe(graph)
    await loaded(graph, *files)
    await graph.write(Step(BEGIN), written(decision))
    await loaded(graph, files[0])
    assert await content_hash(graph) == wanted


async def test_a_decision_without_effect_is_refused_and_leaves_nothing(
    graph: Graph, tmp_path: Path
) -> None:
    await loaded(graph, *world(tmp_path))
    known = await ids(graph)
    council, police, firm = (known[name] for name in NAMES)
    first = await decide(graph, said("join", council, police))
    second = await decide(graph, said("split", firm, known[LIKE]))
    before = await content_hash(graph)
    with pytest.raises(Conflict, match=first.decision.id):
        await decide(graph, said("split", police, council, LATER))
    with pytest.raises(Conflict, match=second.decision.id):
        await decide(graph, said("join", firm, known[LIKE], LATER))
    with pytest.raises(Conflict, match="says so already"):
        await decide(graph, said("join", police, council, LATER))
    with pytest.raises(NotFound, match="org-none"):
        await decide(graph, said("join", council, "buy-none"))
    with pytest.raises(NotFound, match="dec-none"):
        await undo(graph, "dec-none", why="no", by="Ada Quill", at=LATER)
    assert await content_hash(graph) == before
    with pytest.raises(BadInput, match="one mention"):
        said("join", council, council.replace("org-", "sup-"))
    with pytest.raises(BadInput, match="no id of a body"):
        said("join", council, "con-1")
    with pytest.raises(BadInput, match="reason"):
        decided("join", council, police, why=" ", by="Ada", evidence=None, at=FIRST)


async def test_a_split_takes_a_pair_off_the_list_of_doubts(graph: Graph, tmp_path: Path) -> None:
    await loaded(graph, *world(tmp_path))
    known, before = await ids(graph), await content_hash(graph)
    done = await decide(graph, said("split", known[LIKE], known[NAMES[2]]))
    assert not await doubtful(graph)
    await undo(graph, done.decision.id, why="no", by="Ada Quill", at=LATER)
    assert await content_hash(graph) == before


async def test_a_body_is_shown_with_its_names_and_their_dates(graph: Graph, tmp_path: Path) -> None:
    await loaded(graph, *world(tmp_path))
    known = await ids(graph)
    found = await called(graph, known[NAMES[0]])
    assert found == await called(graph, known[TWICE])
    assert found["organisation"] == min(known[NAMES[0]], known[TWICE])
    # A return of a month is public from the first of the next month on, London time.
    seen = {one["name"]: (one["firstSeen"], one["lastSeen"]) for one in found["mentions"]}
    assert seen[TWICE] == ("2013-09-30T23:00:00Z", "2013-09-30T23:00:00Z")
    assert found["name"] == TWICE
    firm = await called(graph, known[NAMES[2]])
    assert [one["name"] for one in firm["doubts"]] == [LIKE]
    with pytest.raises(NotFound):
        await called(graph, "org-none")


def test_a_reason_names_no_address_and_no_telephone() -> None:
    ids = ("org-" + "a" * 24, "org-" + "b" * 24)
    made = decided(
        "join",
        *ids,
        why="ann@ostermoor.example says so",
        by="x",
        evidence="01632 960123",
        at="2026-01-01T00:00:00Z",
    )
    assert (made.why, made.evidence) == ("[e-mail removed] says so", "[telephone removed]")
