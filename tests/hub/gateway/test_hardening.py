"""The twelve checks of the scanner graphql-cop, in our own words, against the production profile.

Its checks are no package that could be pinned; each test here is named by one of them and asks
at least as much as that check does.
"""

from collections.abc import Callable, Generator

import httpx
import pytest

from hub.gateway.settings import Profile

ASKED = "query { __typename }"
EXPLORERS = ("graphiql", "graphql playground", "graphql-playground", "apollo sandbox")
PAGE = {"accept": "text/html"}


@pytest.fixture(scope="module")
def http(gateway: Callable[[Profile], str]) -> Generator[httpx.Client]:
    """A stranger's client."""
    with httpx.Client(base_url=gateway("production"), trust_env=False, timeout=30) as client:
        yield client


def data(response: httpx.Response) -> object:
    """What was answered; None when nothing was."""
    return response.json().get("data")


def test_the_endpoint_does_answer_what_it_should(http: httpx.Client) -> None:
    response = http.post("/graphql", json={"query": ASKED})
    assert (response.status_code, data(response)) == (200, {"__typename": "Query"})


def test_alias_overloading(http: httpx.Client) -> None:
    aliases = " ".join(f"alias{n}: __typename" for n in range(101))
    assert data(http.post("/graphql", json={"query": f"query {{ {aliases} }}"})) is None


def test_array_based_batching(http: httpx.Client) -> None:
    response = http.post("/graphql", json=[{"query": ASKED}] * 10)
    assert response.status_code == 400
    assert isinstance(response.json(), dict)


def test_circular_introspection(http: httpx.Client) -> None:
    inner = "name"
    for _ in range(4):
        inner = f"fields {{ type {{ {inner} }} }}"
    assert (
        data(http.post("/graphql", json={"query": f"{{ __schema {{ types {{ {inner} }} }} }}"}))
        is None
    )


def test_directive_overloading(http: httpx.Client) -> None:
    for directive in ("@aa", "@skip(if: false)"):
        response = http.post("/graphql", json={"query": "{ __typename " + directive * 10 + " }"})
        assert data(response) is None
        assert len(response.json()["errors"]) < 10


def test_field_duplication(http: httpx.Client) -> None:
    assert data(http.post("/graphql", json={"query": "{" + "__typename " * 1000 + "}"})) is None


def test_field_suggestions(http: httpx.Client) -> None:
    for wrong in (
        "{ __schema { directive } }",
        "{ supplers { totalCount } }",
        "{ hub { versio } }",
    ):
        assert "Did you mean" not in http.post("/graphql", json={"query": wrong}).text


def test_get_method_support(http: httpx.Client) -> None:
    response = http.get("/graphql", params={"query": ASKED})
    assert response.status_code == 405
    assert data(response) is None


def test_mutation_over_get(http: httpx.Client) -> None:
    response = http.get("/graphql", params={"query": "mutation { __typename }"})
    assert response.status_code == 405
    assert data(response) is None


def test_graphql_ide(http: httpx.Client) -> None:
    for path in ("/graphql", "/graphiql", "/playground", "/console"):
        shown = http.get(path, headers=PAGE, follow_redirects=True)
        assert not [word for word in EXPLORERS if word in shown.text.lower()], path


def test_introspection(http: httpx.Client) -> None:
    for asked in (
        "{ __schema { types { name fields { name } } } }",
        '{ __type(name: "Query") { name } }',
    ):
        assert data(http.post("/graphql", json={"query": asked})) is None


def test_url_encoded_post(http: httpx.Client) -> None:
    for response in (
        http.post("/graphql", data={"query": ASKED}),
        http.post("/graphql", params={"query": ASKED}),
    ):
        assert response.status_code == 400
        assert data(response) is None


def test_trace_mode(http: httpx.Client) -> None:
    response = http.post("/graphql", json={"query": ASKED})
    assert "tracing" not in response.json().get("extensions", {})
    assert "stacktrace" not in response.text.lower()


def test_unhandled_errors(http: httpx.Client) -> None:
    response = http.post("/graphql", json={"query": "qwerty cop { abc }"})
    error = response.json()["errors"][0]
    assert set(error["extensions"]) == {"code"}
    assert "Traceback" not in response.text
