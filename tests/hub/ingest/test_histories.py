"""Histories of processes: pure functions of a set of releases, and stable under prefixes."""

from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hub.ingest.compile import History, history, processes
from hub.ingest.facts import Link, Node, State
from tests.hub.ingest.given import award, buyer, histories, ready, release, supplier

SUPPLIERS = [supplier(name, name.lower()) for name in ("Quill", "Fennel", "Tansy")]
BUYERS = [buyer("Ostermoor Council", "b-1"), buyer("Quillhaven Council", "b-2"), None]
Json = dict[str, Any]


@st.composite
def published(draw: st.DrawFn) -> Json:
    """A release with few possible ids, so that they meet."""
    some = draw(st.sampled_from(BUYERS))
    day = draw(st.integers(1, 4))
    title = st.sampled_from(["One", "Two", None])
    made: Json = {"tender": {"id": draw(st.sampled_from(["t", "u"])), "title": draw(title)}}
    for id in draw(st.lists(st.sampled_from(["1", "2"]), max_size=2)):
        picked = draw(st.lists(st.sampled_from(SUPPLIERS), max_size=2, unique_by=lambda s: s["id"]))
        made.setdefault("awards", []).append(award(id, *picked, title=draw(title)))
    if draw(st.booleans()):
        made["contracts"] = [{"id": "c", "awardID": "1", "title": draw(title)}]
    parties = [*SUPPLIERS, *([some] if some else [])]
    return release(
        draw(st.sampled_from(["r-1", "r-2"])),
        f"2026-01-0{day}T00:00:00Z",
        parties=parties,
        buyer=some and {"id": some["id"], "name": some["name"]},
        **made,
    )


def unique(releases: list[Json]) -> list[Json]:
    """Each digest once, as the graph holds them."""
    return list({ready(one)[0].release.digest: one for one in releases}.values())


def cut(found: History, moment: str) -> History | None:
    """What of a history was public by then."""
    nodes = tuple(_node(node, moment) for node in found.nodes if node.since <= moment)
    links = tuple(_link(link, moment) for link in found.links if link.since <= moment)
    return History(nodes, links, ()) if nodes else None


def _node(node: Node, moment: str) -> Node:
    states = tuple(
        State(s.since, _until(s.until, moment), s.values) for s in node.states if s.since <= moment
    )
    until = _until(node.until, moment)
    return Node(node.label, node.id, node.fixed, states, until, node.basis, node.source)


def _link(link: Link, moment: str) -> Link:
    until = _until(link.until, moment)
    return Link(link.type, link.start, link.end, link.since, until, link.source, link.values)


def _until(until: str | None, moment: str) -> str | None:
    return until if until and until <= moment else None


def keyed(found: list[History | None]) -> set[str]:
    """Comparable, whatever the order of edges."""
    kept = [one for one in found if one]
    return {repr((one.nodes, sorted(map(repr, one.links)))) for one in kept}


@settings(deadline=None)
@given(st.lists(published(), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(releases: list[Json], random: Random) -> None:
    found = unique(releases)
    assert histories(*found) == histories(*random.sample(found, len(found)))


@settings(deadline=None)
@given(st.lists(published(), max_size=6), st.integers(1, 4))
def test_later_releases_do_not_change_what_was_known(releases: list[Json], day: int) -> None:
    moment = f"2026-01-0{day}T00:00:00Z"
    all = [ready(one)[0] for one in unique(releases)]
    then = [one for one in all if one.release.public_from <= moment]
    whole = [cut(history(process), moment) for process in processes(all)]
    assert keyed(whole) == keyed([history(process) for process in processes(then)])


@settings(deadline=None)
@given(st.lists(published(), max_size=5))
def test_states_follow_one_another_and_differ(releases: list[Json]) -> None:
    for found in histories(*unique(releases)):
        for node in found.nodes:
            for before, after in zip(node.states, node.states[1:], strict=False):
                assert before.until == after.since > before.since
                assert before.values != after.values
            assert node.states[-1].until is None
        for link in found.links:
            assert link.until is None or link.until > link.since


def test_nothing_changes_without_a_change() -> None:
    (found,) = histories(release("r-1", "2026-01-01"), release("r-2", "2026-01-02"))
    assert [len(node.states) for node in found.nodes] == [1]
