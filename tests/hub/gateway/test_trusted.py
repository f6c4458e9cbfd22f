"""Trusted documents: where they come from, and how a client asks for one."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any, cast

import httpx
import pytest

from graph.errors import BadInput
from hub.gateway.negotiation import GRAPHQL
from hub.gateway.trusted import OWN, Trusted
from schema.build import schema
from tests.hub.gateway.test_graphql_http import ask, code
from tests.hub.gateway.toy import client, endpoint

pytestmark = pytest.mark.anyio

THING = "query Thing($size: Int) { thing(size: $size) { name } }\n"
FAILS = "{ missing }"
CHANGE = "mutation { change }"


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents as a front end's team would keep them."""
    (tmp_path / "queries").mkdir()
    (tmp_path / "queries" / "thing.graphql").write_text(THING)
    (tmp_path / "manifest.json").write_text(json.dumps({sha256(FAILS): FAILS}))
    apollo = {"format": "apollo-persisted-query-manifest", "version": 1}
    operation = {"id": sha256(CHANGE), "name": "C", "type": "mutation", "body": CHANGE}
    (tmp_path / "apollo.json").write_text(json.dumps({**apollo, "operations": [operation]}))
    (tmp_path / "README.md").write_text("not a document")
    return tmp_path


def trusting(folder: Path, **settings: Any) -> httpx.AsyncClient:
    return client(trusted_documents=(folder,), **settings)


def test_files_manifests_and_folders_give_documents_by_hash(folder: Path) -> None:
    found = Trusted.read([folder])
    assert found.by_hash == {sha256(text): text for text in (THING, FAILS, CHANGE)}
    assert THING in found
    assert THING.strip() not in found


async def test_what_the_typed_client_sends_is_trusted_to_the_byte() -> None:
    from ndx_client import HubClient

    sent: list[str] = []

    def hear(request: httpx.Request) -> httpx.Response:
        sent.append(json.loads(request.content)["query"])
        return httpx.Response(500)

    http = httpx.AsyncClient(transport=httpx.MockTransport(hear))
    async with HubClient("http://hub", http_client=cast(Any, http)) as hub:
        with pytest.raises(Exception, match="500"):
            await hub.hub_figures()
    own = Trusted.read([OWN])
    assert sent[0] in own
    operations = (OWN.parent / "operations").glob("*.graphql")
    named = {
        name for file in operations for name in re.findall(r"^query (\w+)", file.read_text(), re.M)
    }
    told = {name for text in own.texts for name in re.findall(r"\bquery (\w+)", text)}
    assert named == told


def test_every_operation_of_the_client_is_valid_and_within_the_limits() -> None:
    from hub.gateway.executing import Executor
    from hub.gateway.settings import Settings

    executor = Executor(schema, Settings(home=Path("unused"), profile="production"))
    for text in executor.persisted.trusted.texts:
        executor.documents.checked(text)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '{"0000": "{ thing { name } }"}'),
        ("a.json", '["{ thing { name } }"]'),
        ("a.json", "{"),
        ("a.json", '{"operations": [{"name": "no id"}]}'),
        ("a.py", "def"),
        ("a.txt", ""),
    ],
)
def test_a_file_that_holds_no_documents_is_named(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(BadInput, match=name):
        Trusted.read([tmp_path / name])


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="none.graphql"):
        Trusted.read([tmp_path / "none.graphql"])


async def test_a_hash_is_enough_in_either_form(folder: Path) -> None:
    persisted = {"persistedQuery": {"version": 1, "sha256Hash": sha256(THING)}}
    async with trusting(folder) as http:
        for parts in (
            {"documentId": f"sha256:{sha256(THING)}"},
            {"documentId": sha256(THING).upper()},
            {"extensions": persisted},
        ):
            answer = await http.post("/graphql", json={**parts, "variables": {"size": 2}})
            assert answer.json() == {"data": {"thing": {"name": "thing"}}}


async def test_a_get_by_hash_may_be_kept_and_is_revalidated(folder: Path) -> None:
    url = f"/graphql?documentId=sha256:{sha256(THING)}&variables=%7B%22size%22%3A2%7D"
    async with trusting(folder) as http:
        first = await http.get(url, headers={"accept": GRAPHQL})
        assert first.json() == {"data": {"thing": {"name": "thing"}}}
        assert first.headers["cache-control"] == "public, no-cache"
        assert "Accept" in first.headers["vary"]
        tag = first.headers["etag"]
        for known in (tag, f'"other", {tag}', "*"):
            again = await http.get(url, headers={"if-none-match": known})
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["etag"] == tag
            assert "Accept" in again.headers["vary"]
        assert (await http.get(url, headers={"if-none-match": '"other"'})).status_code == 200


async def test_the_tag_differs_when_the_answer_does(folder: Path) -> None:
    (folder / "two.graphql").write_text("{ thing { name inner { name } } }")
    texts = (THING, (folder / "two.graphql").read_text())
    async with trusting(folder) as http:
        tags = [
            (await http.get(f"/graphql?documentId={sha256(text)}")).headers["etag"]
            for text in texts
        ]
    assert tags[0] != tags[1]


async def test_an_answer_with_errors_is_not_to_be_kept(folder: Path) -> None:
    async with trusting(folder) as http:
        answer = await http.get(f"/graphql?documentId={sha256(FAILS)}")
    assert answer.json()["errors"]
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers


@pytest.mark.parametrize("header", [{"cookie": "a=b"}, {"authorization": "Bearer x"}])
async def test_a_get_with_credentials_is_refused(folder: Path, header: dict[str, str]) -> None:
    async with trusting(folder) as http:
        answer = await http.get(f"/graphql?documentId={sha256(THING)}", headers=header)
    assert answer.status_code == 403
    assert code(answer) == "FORBIDDEN"
    assert answer.headers["cache-control"] == "no-store"


async def test_a_get_of_what_is_not_trusted_is_refused(folder: Path) -> None:
    async with trusting(folder) as http:
        unknown = await http.get(f"/graphql?documentId={sha256('{ other }')}")
        assert code(unknown) == "PERSISTED_QUERY_NOT_FOUND"
        assert unknown.headers["cache-control"] == "no-store"
        both = await http.get("/graphql", params={"query": THING, "documentId": sha256(THING)})
        assert both.status_code == 405
        mutation = await http.get(f"/graphql?documentId={sha256(CHANGE)}")
        assert mutation.status_code == 405


async def test_where_only_trusted_documents_run_other_texts_are_refused(folder: Path) -> None:
    async with trusting(folder, trusted_only=True) as http:
        assert (await ask(http, THING)).json()["data"]
        refused = await ask(http, "{ thing { name } }")
        assert refused.status_code == 403
        assert code(refused) == "FORBIDDEN"
        hashed = {"version": 1, "sha256Hash": sha256("{ thing { name } }")}
        for text in (None, "{ thing { name } }"):
            answer = await ask(http, text, extensions={"persistedQuery": hashed})
            assert code(answer) == ("FORBIDDEN" if text else "PERSISTED_QUERY_NOT_FOUND")


def test_a_trusted_document_that_the_schema_lost_is_told_and_stops_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "old.graphql").write_text("{ gone }")
    executor = endpoint(trusted_documents=(tmp_path,)).executor
    executor.warm()
    told = [record for record in caplog.records if record.name == "hub.documents"]
    assert sha256("{ gone }") in {getattr(record, "fields", {}).get("hash") for record in told}
