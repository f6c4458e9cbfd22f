"""The fake itself: each behaviour shows on the wire, and is gone when it is switched off."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from tests.hub.ingest.fts.notices import START, many, strange
from tests.hub.ingest.fts.server import Behaviour, Fake, served

Asked = Callable[..., httpx.Response]
LIMIT_BODY = "Rate limit of 12 exceeded. Please retry after 120 seconds."


@contextmanager
def asked(behaviour: Behaviour) -> Generator[Asked]:
    with served(Fake(many(152), behaviour)) as fake, httpx.Client(trust_env=False) as client:

        def ask(**query: Any) -> httpx.Response:
            return client.get(fake.url, params=query)

        yield ask


def newest_first(ask: Asked) -> bool:
    return ask(limit=1).json()["releases"][0]["id"] == "000152-2026"


def opaque(ask: Asked) -> bool:
    return "after" not in httpx.URL(ask().json()["links"]["next"]).params["cursor"]


def ends_without_next(ask: Asked) -> bool:
    cursor = httpx.URL(ask().json()["links"]["next"]).params["cursor"]
    return "links" not in ask(cursor=cursor).json()


def loses_rows(ask: Asked) -> bool:
    cursor = httpx.URL(ask().json()["links"]["next"]).params["cursor"]
    page = ask(cursor=cursor).json()
    return len(page["releases"]) == 3 and "links" not in page


def refuses_unknown(ask: Asked) -> bool:
    answer = ask(page=2)
    return answer.status_code == 400 and "updatedFrom" in answer.text


def refuses_0(ask: Asked) -> bool:
    return ask(limit=0).status_code == 400


def reads_london(ask: Asked) -> bool:
    # 10:00 in London summer time is 09:00 UTC, when the first notice was updated.
    return len(ask(updatedTo="2026-09-01T10:01:00").json()["releases"]) == 1


def limits(ask: Asked) -> bool:
    answer = ask()
    said = (answer.status_code, answer.text, answer.headers.get("Retry-After"))
    return said == (429, LIMIT_BODY, "120") and ask().status_code == 200


PROBES: dict[str, tuple[Callable[[Asked], bool], Behaviour, Behaviour]] = {
    "newest_first": (newest_first, Behaviour(), Behaviour(newest_first=False)),
    "opaque_cursors": (opaque, Behaviour(), Behaviour(opaque_cursors=False)),
    "last_page": (ends_without_next, Behaviour(), Behaviour(last_page_without_next=False)),
    "lost_rows": (loses_rows, Behaviour(second_pages_lose_rows=True), Behaviour()),
    "unknown": (refuses_unknown, Behaviour(), Behaviour(refuse_unknown_parameters=False)),
    "limit_0": (refuses_0, Behaviour(), Behaviour(refuse_limit_0=False)),
    "london": (reads_london, Behaviour(), Behaviour(london_windows=False)),
    "busy": (limits, Behaviour(busy=frozenset({1})), Behaviour()),
}


@pytest.mark.parametrize("name", PROBES)
def test_each_behaviour_shows_and_can_be_switched_off(name: str) -> None:
    probe, on, off = PROBES[name]
    with asked(on) as ask:
        assert probe(ask)
    with asked(off) as ask:
        assert not probe(ask)


def test_the_strange_notices_hold_every_oddity() -> None:
    notices = strange()
    ids = [one.release["id"] for one in notices]
    assert ids.count("000007-2026") == 2
    update, whole = notices[0], notices[1]
    assert update.release["ocid"] == whole.release["ocid"]
    assert update.updated == START < whole.updated
    assert "parties" not in update.release
    text = str([one.release for one in notices])
    for oddity in ("'5912608'", "GB-PPON", "CELEX", "UKPGA", "AED", "moonPhase", "+01:00"):
        assert oddity in text
    parties = [party for one in notices for party in one.release.get("parties", [])]
    assert any("id" not in party for party in parties)
