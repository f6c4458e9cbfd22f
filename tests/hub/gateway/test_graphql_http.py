"""GraphQL over HTTP: media types, status codes, error codes, and what each profile refuses."""

from typing import Any

import httpx
import pytest

from hub.gateway.negotiation import GRAPHQL, JSON
from tests.hub.gateway.toy import client

pytestmark = pytest.mark.anyio

NEW = {"accept": GRAPHQL}
OLD = {"accept": JSON}
PAGE = {"accept": "text/html"}


async def ask(http: httpx.AsyncClient, query: Any, headers: dict[str, str] = OLD, **more: Any):
    """Send one operation."""
    return await http.post("/graphql", json={"query": query, **more}, headers=headers)


def code(response: httpx.Response) -> str:
    """The code of the first error."""
    return response.json()["errors"][0]["extensions"]["code"]


@pytest.mark.parametrize(
    ("query", "more", "expected"),
    [
        ("{", {}, "GRAPHQL_PARSE_FAILED"),
        ("{ }", {}, "GRAPHQL_PARSE_FAILED"),
        ("{ nope }", {}, "GRAPHQL_VALIDATION_FAILED"),
        ("{ thing }", {}, "GRAPHQL_VALIDATION_FAILED"),
        (
            "query($n: Int) { thing(size: $n) { name } }",
            {"variables": {"n": "x"}},
            "BAD_USER_INPUT",
        ),
        ("{ " + " ".join(f"a{n}: missing" for n in range(31)) + " }", {}, "LIMIT_EXCEEDED"),
    ],
)
async def test_what_is_not_executed_has_no_data_and_is_400_in_the_new_media_type(
    query: str, more: dict[str, Any], expected: str
) -> None:
    async with client() as http:
        for headers, status in ((NEW, 400), (OLD, 200)):
            response = await ask(http, query, headers, **more)
            assert response.status_code == status
            assert response.headers["content-type"].startswith(headers["accept"])
            assert "data" not in response.json()
            assert code(response) == expected


async def test_an_executed_operation_is_200_with_data_in_both_types() -> None:
    async with client() as http:
        for headers in (NEW, OLD):
            response = await ask(http, "{ thing { name } missing }", headers)
            assert response.status_code == 200
            assert response.json()["data"] == {"thing": {"name": "thing"}, "missing": None}
            assert response.headers["vary"] == "Accept"


async def test_an_error_of_ours_keeps_its_text_its_code_and_its_extensions() -> None:
    async with client() as http:
        error = (await ask(http, "{ missing }")).json()["errors"][0]
    assert error["message"] == "There is no such thing."
    assert error["extensions"] == {"code": "NOT_FOUND", "id": "x"}
    assert error["path"] == ["missing"]


async def test_a_fault_is_masked_and_carries_a_request_id() -> None:
    async with client() as http:
        response = await ask(http, "{ fault }")
    assert "secret" not in response.text
    assert set(response.json()["errors"][0]["extensions"]) == {"code", "requestId"}
    assert code(response) == "INTERNAL"


async def test_the_graph_away_is_503_with_retry_after() -> None:
    async with client() as http:
        for headers in (NEW, OLD):
            response = await ask(http, "{ away }", headers)
            assert response.status_code == 503
            assert response.headers["retry-after"] == "1"
            assert code(response) == "UNAVAILABLE"
        assert (await ask(http, "{ away thing { name } }")).status_code == 200


async def test_the_deadline_is_a_timeout_and_not_a_bad_request() -> None:
    async with client(limit_seconds=0.05) as http:
        response = await ask(http, "{ never }", NEW)
    assert response.status_code == 504
    assert code(response) == "TIMEOUT"


async def test_a_valid_document_is_checked_once_and_a_wrong_one_is_not_kept() -> None:
    from tests.hub.gateway.toy import endpoint

    documents = endpoint().executor.documents
    assert documents.checked("{ missing }") is documents.checked("{ missing }")
    with pytest.raises(Exception, match="Refused|nope"):
        documents.checked("{ nope }")
    assert documents.kept.cache_info().currsize == 1


async def test_at_most_five_errors_of_a_document_are_told() -> None:
    async with client() as http:
        response = await ask(http, "{ missing " + " ".join("@aa" for _ in range(10)) + " }")
    assert len(response.json()["errors"]) == 5


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        ("{", "application/json", 400),
        ("null", "application/json", 400),
        ('[{"query": "{ missing }"}]', "application/json", 400),
        ('{"query": 5}', "application/json", 400),
        ('{"query": "{ missing }", "variables": []}', "application/json", 400),
        ('{"query": "{ missing }", "extensions": 1}', "application/json", 400),
        ('{"query": "{ missing }", "operationName": {}}', "application/json", 400),
        ('{"variables": {}}', "application/json", 400),
        ("query { missing }", "application/graphql", 415),
        ("query=%7Bmissing%7D", "application/x-www-form-urlencoded", 400),
        ('{"query": "{ missing }"}', "text/plain", 400),
        ('{"query": "{ missing }"}', "", 400),
    ],
)
async def test_a_request_that_can_not_be_understood_is_coded_json(
    content: str, kind: str, status: int
) -> None:
    async with client() as http:
        response = await http.post("/graphql", content=content, headers={"content-type": kind})
    assert response.status_code == status
    assert code(response) == "BAD_REQUEST"


async def test_an_operation_name_chooses_and_an_unknown_one_is_refused() -> None:
    two = "query A { missing } query B { thing { name } }"
    async with client() as http:
        assert (await ask(http, two, operationName="B")).json()["data"]["thing"]
        for name in (None, "C"):
            response = await ask(http, two, operationName=name)
            assert response.status_code == 400
            assert code(response) == "BAD_REQUEST"


async def test_get_is_refused_but_for_the_page_of_a_browser_in_development() -> None:
    async with client() as http:
        page = await http.get("/graphql", headers=PAGE)
        assert page.status_code == 200
        assert page.headers["content-type"].startswith("text/html")
        for url in ("/graphql", "/graphql?query={missing}"):
            refused = await http.get(url)
            assert refused.status_code == 405
            assert refused.headers["allow"] == "POST"
        assert (await http.put("/graphql")).status_code == 405


async def test_the_page_names_no_outside_address() -> None:
    async with client() as http:
        page = await http.get("/graphql", headers=PAGE)
    assert "//" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


async def test_production_shows_no_page_no_schema_and_no_hint() -> None:
    async with client("production") as http:
        assert (await http.get("/graphql", headers=PAGE)).status_code == 405
        introspection = await ask(http, "{ __schema { types { name } } }")
        assert code(introspection) == "GRAPHQL_VALIDATION_FAILED"
        assert "Did you mean" not in (await ask(http, "{ missin }")).text
        assert "Did you mean" not in (await ask(http, "{ thing(siz: 1) { name } }")).text


async def test_conformance_answers_a_query_by_get_and_no_mutation() -> None:
    async with client("conformance") as http:
        found = await http.get("/graphql", params={"query": "{ thing { name } }"}, headers=PAGE)
        assert found.json() == {"data": {"thing": {"name": "thing"}}}
        change = await http.get("/graphql", params={"query": "mutation { change }"})
        assert change.status_code == 405
        assert (await ask(http, "mutation { change }")).json()["data"] == {"change": "changed"}


async def test_the_query_of_the_page_for_the_schema_is_within_every_limit() -> None:
    from graphql import get_introspection_query

    async with client() as http:
        response = await ask(http, get_introspection_query(input_value_deprecation=True))
    assert "errors" not in response.json()


async def test_an_answer_may_come_as_events_and_a_refusal_as_json() -> None:
    headers = {"accept": "text/event-stream"}
    async with client() as http:
        answer = await ask(http, "{ thing { name } }", headers)
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.text == (
            'event: next\ndata: {"data":{"thing":{"name":"thing"}}}\n\nevent: complete\ndata:\n\n'
        )
        invalid = await ask(http, "{ nope }", headers)
        assert "GRAPHQL_VALIDATION_FAILED" in invalid.text
        refused = await ask(http, 5, headers)
    assert refused.status_code == 400
    assert refused.headers["content-type"] == "application/json"
    assert code(refused) == "BAD_REQUEST"
