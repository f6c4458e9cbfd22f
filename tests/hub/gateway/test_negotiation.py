"""Negotiation: the media type by q-values, and which requests another site could forge."""

import pytest

from hub.gateway.negotiation import GRAPHQL, JSON, forgeable, media_type, wants_page


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, JSON),
        ("*/*", JSON),
        ("application/json", JSON),
        ("application/graphql-response+json", GRAPHQL),
        ("application/json, application/graphql-response+json", GRAPHQL),
        ("application/graphql-response+json;q=0.5, application/json", JSON),
        ("application/graphql-response+json;q=0, */*;q=0.1", JSON),
        ("application/*", GRAPHQL),
        ("text/html, */*;q=0.1", JSON),
        ("text/html", JSON),
        ("APPLICATION/GraphQL-Response+JSON; charset=utf-8", GRAPHQL),
        ("application/json;q=nonsense, application/graphql-response+json;q=0.1", GRAPHQL),
    ],
)
def test_the_answer_has_the_type_that_is_wanted_most(accept: str | None, chosen: str) -> None:
    assert media_type(accept) == chosen


def test_only_a_browser_gets_the_page() -> None:
    assert wants_page("text/html,application/xhtml+xml,*/*;q=0.8")
    assert not wants_page("*/*")
    assert not wants_page(None)


@pytest.mark.parametrize(
    ("kind", "headers", "refused"),
    [
        (None, set[str](), True),
        ("text/plain", set[str](), True),
        ("multipart/form-data; boundary=x", set[str](), True),
        ("application/x-www-form-urlencoded", {"cookie"}, True),
        ("text/plain", {"graphql-require-preflight"}, False),
        ("application/json", set[str](), False),
    ],
)
def test_a_simple_request_without_a_header_of_ours_is_forgeable(
    kind: str | None, headers: set[str], refused: bool
) -> None:
    assert forgeable(kind, headers) is refused
