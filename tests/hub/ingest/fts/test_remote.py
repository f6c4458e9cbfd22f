"""`hub load --url` against the fake: whole, polite, resumable, and honest where it is not whole."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from graph.driver import Graph
from graph.errors import BadInput, HubError, LimitExceeded, Unavailable
from graph.hashing import content_hash
from graph.wipe import wipe
from hub.ingest import remote, remotehttp
from hub.ingest.intake import LoadOptions
from hub.ingest.load import Progress
from hub.ingest.remote import Source, load_remote
from hub.ingest.report import Report, Summary
from tests.hub.ingest.fts.notices import START, many, notice, strange
from tests.hub.ingest.fts.server import Behaviour, Fake, served
from tests.hub.ingest.given import jsonl
from tests.hub.ingest.worlds import loaded, stored

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 12, 1, tzinfo=UTC)
DAY = ("2026-08-31T23:00:00Z", "2026-09-01T23:00:00Z")  # 1 September in London

WEEK = ("2026-08-31T23:00:00Z", "2026-09-07T23:00:00Z")


class Clock:
    """Waits by writing it down."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.waits.append(seconds)

    @property
    def refused(self) -> list[float]:
        """What the server asked for, without the pauses between requests."""
        return [seconds for seconds in self.waits if seconds != remotehttp.PAUSE]


async def fetched(
    graph: Graph,
    fake: Fake,
    home: Path,
    window: tuple[str, str] = DAY,
    *,
    report: Report | None = None,
    clock: Clock | None = None,
    now: datetime = NOW,
    options: LoadOptions | None = None,
) -> Summary:
    def silent(progress: Progress) -> None:
        assert progress.stage

    summary = Summary()
    await load_remote(
        graph,
        Source(fake.url, *window, home),
        options or LoadOptions(),
        report or Report(),
        silent,
        summary,
        wait=clock or Clock(),
        now=lambda: now,
    )
    return summary


async def ids(graph: Graph) -> list[str]:
    return sorted(node["reference"] for node in await stored(graph, "Release"))


async def test_a_window_whose_second_pages_lose_rows_is_loaded_whole(
    graph: Graph, tmp_path: Path
) -> None:
    report = Report()
    with served(Fake(many(152), Behaviour(second_pages_lose_rows=True))) as fake:
        told = await fetched(graph, fake, tmp_path, report=report)
    assert (told.exit_code, told.incomplete, told.releases) == (0, 0, 152)
    assert await ids(graph) == [f"{n:06}-2026" for n in range(1, 153)]
    assert not any("cursor" in query for query in fake.asked)
    assert not report.findings
    assert set(fake.asked[0]) == {"limit", "updatedFrom", "updatedTo"}
    assert all("hub" in agent for agent in fake.agents)


async def test_lost_rows_that_no_page_shows_are_named_and_asked_for_again(
    graph: Graph, tmp_path: Path
) -> None:
    all_of_them, report = many(30, step=1800), Report()
    with served(Fake([one for n, one in enumerate(all_of_them) if n not in (11, 12)])) as fake:
        told = await fetched(graph, fake, tmp_path, report=report, window=WEEK)
        assert (told.exit_code, told.incomplete) == (3, 1)
        (found,) = report.findings
        assert found.code == "MISSING_NOTICES"
        assert "000012-2026 to 000013-2026" in found.message
        fake.notices, later = all_of_them, Report()
        told = await fetched(graph, fake, tmp_path, report=later, window=WEEK)
        assert (told.exit_code, told.incomplete, later.findings) == (0, 0, [])
    assert await ids(graph) == [f"{n:06}-2026" for n in range(1, 31)]


async def test_days_to_come_are_not_asked_for(graph: Graph, tmp_path: Path) -> None:
    with served(Fake(many(3))) as fake:
        beyond = (DAY[0], "2027-01-01T00:00:00Z")
        now = datetime(2026, 9, 1, 12, tzinfo=UTC)
        told = await fetched(graph, fake, tmp_path, beyond, now=now)
        assert (told.releases, told.windows, len(fake.asked)) == (3, 1, 1)
        assert fake.asked[0]["updatedTo"] == "2026-09-01T13:00:00"


async def test_a_full_second_is_followed_by_cursor_and_never_called_complete(
    graph: Graph, tmp_path: Path
) -> None:
    report = Report()
    with served(Fake(many(152, step=0))) as fake:
        told = await fetched(graph, fake, tmp_path, report=report)
    assert (told.exit_code, told.releases) == (3, 152)
    (found,) = report.findings
    assert found.code == "WINDOW_INCOMPLETE"
    assert "2026-09-01T09:00:00Z" in found.message


async def test_a_server_whose_every_page_has_a_next_ends_and_is_not_complete(
    graph: Graph, tmp_path: Path
) -> None:
    report, window = Report(), ("2026-09-01T09:00:00Z", "2026-09-01T09:00:02Z")
    with served(Fake(many(1), Behaviour(always_next=True))) as fake:
        fake.behaviour.opaque_cursors = False
        told = await fetched(graph, fake, tmp_path, report=report, window=window)
    assert told.exit_code == 3
    assert set(report.codes) == {"WINDOW_INCOMPLETE"}


async def test_releases_without_notice_numbers_are_not_shown_complete(
    graph: Graph, tmp_path: Path
) -> None:
    report = Report()
    with served(Fake([notice(1, START, id="some-notice")])) as fake:
        told = await fetched(graph, fake, tmp_path, report=report)
    assert (told.exit_code, told.releases) == (3, 1)
    assert set(report.codes) == {"WINDOW_INCOMPLETE"}


async def test_429_waits_as_long_as_the_server_says_and_asks_the_same_again(
    graph: Graph, tmp_path: Path
) -> None:
    clock = Clock()
    with served(Fake(many(152), Behaviour(busy=frozenset({2, 3})))) as fake:
        told = await fetched(graph, fake, tmp_path, clock=clock)
    assert told.releases == 152
    assert clock.refused == [120.0, 120.0]
    assert fake.asked[1] == fake.asked[2] == fake.asked[3]


@pytest.mark.parametrize("status", [429, 503])
async def test_a_server_that_stays_away_is_given_up_with_a_reason(
    graph: Graph, tmp_path: Path, status: int
) -> None:
    clock = Clock()
    with served(Fake([], Behaviour(away=status))) as fake:
        with pytest.raises(Unavailable, match="run the same command again"):
            await fetched(graph, fake, tmp_path, clock=clock)
        assert len(fake.asked) == remotehttp.ATTEMPTS
    assert clock.refused == [remotehttp.BUSY] * (remotehttp.ATTEMPTS - 1)


async def test_a_port_where_nobody_listens_is_unavailable(graph: Graph, tmp_path: Path) -> None:
    with served(Fake([])) as fake:
        """Its port is free after this block."""
    with pytest.raises(Unavailable, match="ConnectError"):
        await fetched(graph, fake, tmp_path)


async def test_a_wait_beyond_reason_is_an_error(graph: Graph, tmp_path: Path) -> None:
    with served(Fake([], Behaviour(busy=frozenset({1}), retry_after="86400"))) as fake:
        with pytest.raises(Unavailable, match="86400"):
            await fetched(graph, fake, tmp_path)


@pytest.mark.parametrize(
    ("behaviour", "error"),
    [
        (Behaviour(away=400), BadInput),
        (Behaviour(away=404), BadInput),
        (Behaviour(away=302), BadInput),
        (Behaviour(body=b"<html>"), Unavailable),
        (Behaviour(body=b"[" * 100_000), Unavailable),
        (Behaviour(body=b'{"releases": {}}'), Unavailable),
    ],
)
async def test_a_wrong_answer_is_a_coded_error_and_nothing_is_written(
    graph: Graph, tmp_path: Path, behaviour: Behaviour, error: type[HubError]
) -> None:
    empty = await content_hash(graph)
    with served(Fake([], behaviour)) as fake:
        with pytest.raises(error):
            await fetched(graph, fake, tmp_path)
        assert len(fake.asked) == 1
    assert await content_hash(graph) == empty
    assert not list(tmp_path.iterdir())


async def test_a_page_that_is_too_large_is_refused(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remotehttp, "BODY", 1000)
    with served(Fake(many(5))) as fake:
        with pytest.raises(LimitExceeded):
            await fetched(graph, fake, tmp_path)


@pytest.mark.parametrize(
    "url",
    ["ftp://h/x", "file:///etc/passwd", "h", "http://", "https://u:p@h/", "https://h/?limit=5"],
)
def test_only_plain_web_addresses_are_asked(url: str) -> None:
    with pytest.raises(BadInput):
        remotehttp.checked(url)


async def test_both_clock_changes_go_out_in_london_time_and_lose_nothing(
    graph: Graph, tmp_path: Path
) -> None:
    spring, autumn = datetime(2026, 3, 28, 22, tzinfo=UTC), datetime(2026, 10, 24, 21, tzinfo=UTC)
    notices = [*many(150, spring, 120), *many(150, autumn, 120, first=151)]
    with served(Fake(notices)) as fake:
        for start in (spring, autumn):
            ends = (start - timedelta(hours=1), start + timedelta(hours=7))
            first, last = (one.strftime("%Y-%m-%dT%H:%M:%SZ") for one in ends)
            told = await fetched(graph, fake, tmp_path, window=(first, last))
            assert (told.exit_code, told.releases) == (0, 150)
    walls = {query[name] for query in fake.asked for name in ("updatedFrom", "updatedTo")}
    assert {"2026-03-28T21:00:00", "2026-03-29T06:00:00"} <= walls
    assert {"2026-10-24T21:00:00", "2026-10-25T04:00:00"} <= walls
    # Clocks in London never show the one hour in spring, and show the other twice in autumn.
    assert not [wall for wall in walls if "2026-03-29T01" <= wall < "2026-03-29T02"]
    assert not [wall for wall in walls if "2026-10-25T01" <= wall < "2026-10-25T02"]


async def test_the_strange_feed_makes_the_graph_that_its_file_makes(
    graph: Graph, tmp_path: Path
) -> None:
    """In any order, with any repetition, cut off anywhere between windows."""
    notices = [*strange(), *many(130, START, 30, first=10)]
    file = jsonl(tmp_path / "all.jsonl", [one.release for one in notices])
    with served(Fake(notices)) as fake:
        told = await fetched(graph, fake, tmp_path / "first")
        assert told.releases == len(notices) - 1
        once = await content_hash(graph)
        assert not (await loaded(graph, file)).changed
        for seed in range(3):
            dice = random.Random(seed)
            fake.behaviour.newest_first = bool(seed % 2)
            fake.notices = [*notices, *dice.sample(notices, 5)]
            await fetched(graph, fake, tmp_path / str(seed), window=WEEK)
    assert await content_hash(graph) == once


async def test_a_load_that_is_cut_goes_on_where_it_stood(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "BUNDLE", 50)
    with served(Fake(many(300))) as fake:
        fake.behaviour.busy = frozenset(range(13, 100))
        with pytest.raises(Unavailable):
            await fetched(graph, fake, tmp_path)
        some = len(await ids(graph))
        assert 0 < some < 300
        assert not list(tmp_path.glob("*.spool"))
        fake.behaviour.busy = frozenset()
        before = len(fake.asked)
        told = await fetched(graph, fake, tmp_path)
        assert (told.exit_code, told.releases, told.repeats) == (0, 300 - some, 0)
        before, again = len(fake.asked), before
        assert 0 < before - again
        told = await fetched(graph, fake, tmp_path)
        assert (told.exit_code, told.changed, len(fake.asked)) == (0, False, before)
    file = jsonl(tmp_path / "all.jsonl", [one.release for one in many(300)])
    assert not (await loaded(graph, file)).changed


async def test_another_graph_does_not_believe_the_record_of_this_one(
    graph: Graph, tmp_path: Path
) -> None:
    with served(Fake(many(3))) as fake:
        await fetched(graph, fake, tmp_path)
        (record,) = tmp_path.glob("*.json")
        # As a graph sees it that holds none of these releases.
        record.write_text(record.read_text().replace('"rel-', '"rel-0'))
        before = len(fake.asked)
        await fetched(graph, fake, tmp_path)
        assert len(fake.asked) == before + 1


async def test_a_window_that_may_still_grow_and_one_cut_by_until_are_asked_again(
    graph: Graph, tmp_path: Path
) -> None:
    with served(Fake(many(3))) as fake:
        soon = START + timedelta(hours=14, minutes=30)
        await fetched(graph, fake, tmp_path, now=soon)
        early = LoadOptions(until=START.date() - timedelta(days=9))
        told = await fetched(graph, fake, tmp_path, options=early)
        assert told.repeats == 3
        before = len(fake.asked)
        await fetched(graph, fake, tmp_path)
        assert len(fake.asked) == before + 1
        await fetched(graph, fake, tmp_path)
        assert len(fake.asked) == before + 1


async def test_each_oddity_of_the_feed_becomes_what_it_should(graph: Graph, tmp_path: Path) -> None:
    report = Report()
    with served(Fake(strange())) as fake:
        told = await fetched(graph, fake, tmp_path, report=report)
    # The same release twice is one, and the unknown field is kept as published.
    assert (told.exit_code, told.releases, told.repeats) == (0, 9, 1)
    raw = str(await stored(graph, "Release"))
    assert all(word in raw for word in ("moonPhase", "CELEX", "UKPGA"))
    said = {one["name"]: one["identifiers"] for one in await stored(graph, "Mention")}
    assert said == {
        "Ostermoor Borough Council": ["GB-COH-07777777", "GB-PPON-PFKS-1234-BBBB"],
        "Quillfeather Software Ltd": ["GB-COH-05912608"],  # published without its nought
        "Tansy Holdings": [],  # a party without an id
    }
    # The update that came before its base has one process with it, and empties nothing.
    by_ocid = {one["ocid"]: one for one in await stored(graph, "Procurement")}
    assert len(by_ocid) == told.processes == 8
    assert by_ocid["ocds-zzzzzz-900001"]["publicFrom"] == "2026-09-01T09:00:00Z"
    assert by_ocid["ocds-zzzzzz-900001"]["title"] == "Lamp posts 8"
    values = {one["ocid"]: one.get("valueE5") for one in await stored(graph, "Contract")}
    assert values == {"ocds-zzzzzz-900001": 1000 * 10**5, "ocds-zzzzzz-000006": None}
    (lot,) = await stored(graph, "Lot")
    assert (lot["currency"], lot["valueE5"]) == ("AED", 1000 * 10**5)
    assert report.codes["DOUBTFUL_CURRENCY"] == 1


@pytest.mark.parametrize("cut", [2, 4, 7])
async def test_cut_off_at_any_request_it_ends_in_the_graph_of_the_file(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: int
) -> None:
    monkeypatch.setattr(remote, "BUNDLE", 1)
    notices = [*strange(), *many(230, START, 90, first=10)]
    await loaded(graph, jsonl(tmp_path / "all.jsonl", [one.release for one in notices]))
    whole = await content_hash(graph)
    await wipe(graph)
    with served(Fake(notices, Behaviour(busy=frozenset(range(cut, 100))))) as fake:
        with pytest.raises(Unavailable):
            await fetched(graph, fake, tmp_path / "home")
        fake.behaviour.busy = frozenset()
        assert (await fetched(graph, fake, tmp_path / "home")).exit_code == 0
    assert await content_hash(graph) == whole


async def test_a_window_with_a_refused_release_is_named_by_every_load(
    graph: Graph, tmp_path: Path
) -> None:
    bad = notice(4, START + timedelta(hours=1), ocid="")
    with served(Fake([*many(3), bad])) as fake:
        told = [await fetched(graph, fake, tmp_path / "home") for _ in range(2)]
        assert [one.refused_rows for one in told] == [1, 1]
        assert [one.exit_code for one in told] == [3, 3]
        bad.release["ocid"] = "ocds-zzzzzz-000004"
        assert (await fetched(graph, fake, tmp_path / "home")).releases == 1
        asked = len(fake.asked)
        assert (await fetched(graph, fake, tmp_path / "home")).exit_code == 0
        assert len(fake.asked) == asked
