"""Who are these: a list of one's own against the graph, without writing anything to it."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from graph import loading
from graph.driver import Graph
from hub.ingest.decisions import Decision
from hub.ingest.known import known_of
from hub.ingest.likeness import Doubt, doubts
from hub.ingest.listed import Listed
from hub.ingest.partition import Groups, partition
from hub.ingest.soundness import LONGEST
from hub.ingest.subjects import Subject, of_line, of_mention

# What stands before an id while both kinds are grouped: a list may use the graph's own ids.
STORED, GIVEN = "graph ", "given "


@dataclass
class Lines:
    """The subjects of a list in its order, and why other lines are none, by line number."""

    subjects: list[Subject] = field(default_factory=list[Subject])
    refused: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])


def read_lines(lines: Iterable[bytes]) -> Lines:
    """Every line a JSON object with `id` and `name`; ids are text or numbers, each used once."""
    found, seen = Lines(), set[str]()
    for number, raw in enumerate(lines, 1):
        if not raw.strip():
            continue
        line, wrong = _line(raw, seen)
        if wrong:
            found.refused.append({"line": number, "id": line.get("id"), "error": wrong})
        else:
            seen.add(str(line["id"]))
            one = of_line(line)
            found.subjects.append(replace(one, id=GIVEN + one.id))
    return found


async def stored(graph: Graph) -> list[Subject]:
    """The mentions of the graph with the organisation that each means."""
    found: list[Subject] = []
    async for row in graph.stream(loading.KNOWN_MENTIONS):
        mention, meaning = known_of(row)
        one = of_mention(mention, meaning.organisation)
        found.append(replace(one, id=STORED + mention.id))
    return found


def identify(
    given: Collection[Subject],
    known: Collection[Subject],
    lists: Listed,
    decisions: Iterable[Decision] = (),
) -> list[dict[str, Any]]:
    """An answer per subject of the list, in its order: its group, why, and what is doubtful."""
    subjects = [*given, *known]
    about = [replace(d, one=STORED + d.one, other=STORED + d.other) for d in decisions]
    placed, groups = partition(subjects, lists, about)
    where = {one.id: one for one in placed}
    homes = _organisations(known, groups)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for one in sorted(given, key=lambda one: one.id):
        members[groups.root(one.id)].append(one.id.removeprefix(GIVEN))
    near = _near(doubts(subjects, groups, [one.id for one in given]))
    answers: list[dict[str, Any]] = []
    for one in given:
        place = where[one.id]
        answers.append(
            {
                "id": one.id.removeprefix(GIVEN),
                "organisation": homes.get(place.group),
                "group": homes.get(place.group) or place.group.removeprefix(GIVEN),
                "basis": place.basis,
                "score": place.score,
                "doubtful": _doubtful(near.get(place.group, []), homes, members),
            }
        )
    return answers


def _organisations(known: Iterable[Subject], groups: Groups) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in known:
        root, id = groups.root(one.id), str(one.organisation)
        found[root] = min(id, found.get(root, id))
    return found


def _near(pairs: Iterable[Doubt]) -> dict[str, list[tuple[str, Doubt]]]:
    found: defaultdict[str, list[tuple[str, Doubt]]] = defaultdict(list)
    for pair in pairs:
        found[pair.one].append((pair.other, pair))
        found[pair.other].append((pair.one, pair))
    return found


def _doubtful(
    near: Iterable[tuple[str, Doubt]],
    homes: Mapping[str, str],
    members: Mapping[str, Collection[str]],
) -> list[dict[str, Any]]:
    """The likeliest first; a group of the list by each of its ids, so that all can be found."""
    found: list[dict[str, Any]] = []
    for group, doubt in sorted(near, key=lambda pair: (-pair[1].score, pair[0])):
        said = {"score": doubt.score, "why": doubt.why}
        if group in homes:
            found.append({"organisation": homes[group], **said})
        found.extend({"id": id, **said} for id in members.get(group, ()))
    return found


def _line(raw: bytes, seen: set[str]) -> tuple[Mapping[str, Any], str | None]:
    try:
        line = json.loads(raw)
    except (ValueError, RecursionError):
        return {}, "this is no JSON; write one object a line"
    if not isinstance(line, dict):
        return {}, 'this is no object; write {"id": …, "name": …}'
    line = cast("dict[str, Any]", line)
    id, name = line.get("id"), line.get("name")
    if isinstance(id, bool) or not isinstance(id, str | int) or not str(id).strip():
        return {}, "`id` is missing; give each line an id of its own"
    if str(id) in seen:
        return line, "this `id` is used by a line above; give each line an id of its own"
    if not isinstance(name, str) or not name.strip():
        return line, "`name` is missing; say what the body is called"
    if len(name) > LONGEST:
        return line, f"`name` has more than {LONGEST:,} characters; give the name alone"
    return line, None
