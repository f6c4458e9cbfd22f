"""Federation: what a router asks by key, and what a forged or broken request comes to."""

from typing import Any

import pytest

from graph.driver import Graph
from graph.ids import as_role
from graph.registry import SHAPES
from schema.build import schema
from schema.entities import ENTITIES, KEYS, lookup
from tests.factories import EARLY, Market
from tests.schema.asking import answered, ask, context, executor, refused

pytestmark = pytest.mark.anyio

ASK = "query ($of: [_Any!]!) { _entities(representations: $of) { %s } }"
NAMES = ASK % (
    "__typename ...on Buyer { name } ...on Supplier { name } ...on Contract { title } "
    "...on Category { code } ...on Framework { code } ...on Product { product: name }"
)


def one(type: Any, **key: object) -> dict[str, object]:
    """A representation."""
    return {"__typename": type, **key}


def product(market: Market, name: str) -> str:
    """A product that nobody sells yet; gives its id."""
    id = f"prd-{name}"
    row = {"id": id, "name": name, "publicFrom": EARLY, "basis": "stated", "source": "src-test"}
    market.nodes["Product"][id] = row
    return id


async def told(graph: Graph, *of: object) -> tuple[list[Any], list[dict[str, Any]]]:
    """The answer in full: the entities, and the errors as a client sees them."""
    found = await answered(context(graph), NAMES, {"of": list(of)})
    assert found.data is not None
    return found.data["_entities"], list(found.errors)


async def test_one_of_each_type_comes_back_in_the_order_asked_and_null_where_none_is(
    graph: Graph,
) -> None:
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Limited")
    con = market.deal(council, firm, "Permits")
    fwk, cat = market.framework("F1", con), market.category("72000000", con)
    prd = product(market, "Kerbside")
    await market.write(graph)
    found, errors = await told(
        graph,
        one("Contract", id=con),
        one("Supplier", id=as_role(firm, "sup")),
        one("Contract", id="con-nothing"),
        one("Buyer", id=as_role(council, "buy")),
        one("Category", id=cat),
        one("Framework", id=fwk),
        one("Product", id=prd),
        one("Contract", id=con),
        one("Supplier", id=as_role(council, "sup")),
    )
    assert errors == []
    assert found == [
        {"__typename": "Contract", "title": "Permits"},
        {"__typename": "Supplier", "name": "Pellwick Limited"},
        None,
        {"__typename": "Buyer", "name": "Ostermoor Council"},
        {"__typename": "Category", "code": "72000000"},
        {"__typename": "Framework", "code": "F1"},
        {"__typename": "Product", "product": "Kerbside"},
        {"__typename": "Contract", "title": "Permits"},
        None,
    ]


async def test_a_hundred_of_all_types_with_what_lies_behind_them_are_one_statement(
    graph: Graph,
) -> None:
    market = Market()
    council = market.body("Ostermoor Council")
    of: list[object] = [one("Buyer", id=as_role(council, "buy"))]
    for n in range(33):
        firm = market.body(f"Pellwick {n} Limited")
        con = market.deal(council, firm, f"Permits {n}")
        of += [one("Supplier", id=as_role(firm, "sup")), one("Contract", id=con)]
        of.append(one("Category", scheme="CPV", code=f"{n}"))
        market.category(f"{n}", con)
    await market.write(graph)
    graph.ledger.entries.clear()
    found = await ask(
        graph,
        ASK % "__typename ...on Contract { title suppliers { nodes { name } } } "
        "...on Supplier { contracts { nodes { title } } } "
        "...on Category { contracts { nodes { title } } }",
        of=of,
    )
    assert {name: entry.count for name, entry in graph.ledger.entries.items()} == {"_entities": 1}
    assert found["_entities"][98] == {
        "__typename": "Contract",
        "title": "Permits 32",
        "suppliers": {"nodes": [{"name": "Pellwick 32 Limited"}]},
    }
    assert all(found["_entities"])
    assert len(found["_entities"]) == 100


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (one("Nope", id="con-1"), "an entity"),
        (one("Payment", id="pay-1"), "an entity"),
        (one("Query", id="pay-1"), "an entity"),
        (one(["Contract"], id="con-1"), "an entity"),
        ({"id": "con-1"}, "an entity"),
        ("con-1", "an entity"),
        (["con-1"], "an entity"),
        (one("Contract"), "id, or ocid"),
        (one("Contract", id=5), "id, or ocid"),
        (one("Contract", id={"eq": "con-1"}), "id, or ocid"),
        (one("Contract", title="Permits"), "id, or ocid"),
        (one("Category", scheme="CPV"), "scheme and code"),
        (one("Supplier", name="Pellwick Limited"), "named by id"),
    ],
)
async def test_what_names_nothing_is_an_error_of_its_place_and_the_others_answer(
    graph: Graph, wrong: object, says: str
) -> None:
    market = Market()
    con = market.deal(market.body("Ostermoor Council"), market.body("Pellwick Limited"), "Permits")
    await market.write(graph)
    contract = {"__typename": "Contract", "title": "Permits"}
    found, errors = await told(graph, one("Contract", id=con), wrong, one("Contract", id=con))
    assert found == [contract, None, contract]
    assert [error["path"] for error in errors] == [["_entities", 1]]
    assert errors[0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert says in errors[0]["message"]


async def test_a_plan_is_shared_by_keys_of_the_same_types_and_by_no_others(graph: Graph) -> None:
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Limited")
    con = market.deal(council, firm, "Permits", ocid="ocds-1")
    await market.write(graph)
    by = executor()
    contract, nobody = {"__typename": "Contract", "title": "Permits"}, one("Contract", id="con-1")
    for of, expected in (
        ([nobody], [None]),
        ([one("Contract", id=con), nobody], [contract, None]),
        ([one("Contract", ocid="ocds-1"), nobody], [contract, None]),
        ([one("Buyer", id=council)], [{"__typename": "Buyer", "name": "Ostermoor Council"}]),
    ):
        found = await answered(context(graph), NAMES, {"of": of}, by)
        assert found.data == {"_entities": expected}
    assert by.prepared.ways == {"prepared": 4}
    assert len(by.prepared.kept) == 3


async def test_representations_are_given_whole_or_without_variables(graph: Graph) -> None:
    market = Market()
    con = market.deal(market.body("Ostermoor Council"), market.body("Pellwick Limited"), "Permits")
    await market.write(graph)
    of = '{ __typename: %s, id: "%s" }'
    query = "%s { _entities(representations: [%s]) { ...on Contract { title } } }"
    found = await ask(graph, query % ("query", of % ('"Contract"', con)))
    assert found == {"_entities": [{"title": "Permits"}]}
    varied = query % ("query ($type: String!)", of % ("$type", con))
    code, message = await refused(graph, varied, type="Contract")
    assert (code, "as one variable" in message) == ("BAD_USER_INPUT", True)


async def test_nothing_that_can_be_read_costs_no_statement(graph: Graph) -> None:
    graph.ledger.entries.clear()
    assert (await told(graph, one("Nope")))[0] == [None]
    assert (await told(graph)) == ([], [])
    assert not graph.ledger.entries


async def test_a_representation_tells_its_key_and_nothing_more(graph: Graph) -> None:
    market = Market()
    con = market.deal(market.body("Ostermoor Council"), market.body("Pellwick Limited"), "Permits")
    await market.write(graph)
    forged = {"title": "Forged", "__proto__": {}, "withheld": None, "ocid": 7}
    found, errors = await told(graph, one("Contract", id=con, **forged))
    assert (found, errors) == ([{"__typename": "Contract", "title": "Permits"}], [])


async def test_keys_that_publishers_know_find_what_ids_find(graph: Graph) -> None:
    market = Market()
    con = market.deal(
        market.body("Ostermoor Council"), market.body("Pellwick Limited"), "Permits", ocid="ocds-1"
    )
    market.framework("F1", con)
    market.category("72000000", con)
    await market.write(graph)
    found, errors = await told(
        graph,
        one("Contract", ocid="ocds-1"),
        one("Framework", code="F1"),
        one("Category", scheme="CPV", code="72000000"),
        one("Category", scheme="NUTS", code="72000000"),
        one("Contract", ocid="ocds-2"),
    )
    assert errors == []
    assert found == [
        {"__typename": "Contract", "title": "Permits"},
        {"__typename": "Framework", "code": "F1"},
        {"__typename": "Category", "code": "72000000"},
        None,
        None,
    ]


async def test_an_ocid_of_two_contracts_is_a_conflict_of_its_place(graph: Graph) -> None:
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Limited")
    first = market.deal(council, firm, "Permits", ocid="ocds-1")
    market.deal(council, firm, "Parking", ocid="ocds-1")
    await market.write(graph)
    found, errors = await told(graph, one("Contract", ocid="ocds-1"), one("Contract", id=first))
    assert found == [None, {"__typename": "Contract", "title": "Permits"}]
    assert [(e["path"], e["extensions"]["code"]) for e in errors] == [
        (["_entities", 0], "CONFLICT")
    ]


async def test_what_is_withheld_is_null_to_a_router_too(graph: Graph) -> None:
    market = Market()
    council, firm = market.body("Ostermoor Council"), market.body("Pellwick Limited")
    hidden = market.deal(council, firm, "Sealed", ocid="ocds-1", withheld="court order")
    gone = market.body("Gone Limited", withheld="erased", suppliesFrom=EARLY)
    await market.write(graph)
    of = [one("Contract", id=hidden), one("Contract", ocid="ocds-1")]
    found, errors = await told(graph, *of, one("Supplier", id=as_role(gone, "sup")))
    assert (found, errors) == ([None, None, None], [])


async def test_a_body_answers_to_its_ids_in_all_roles_and_to_no_other_noun_s(graph: Graph) -> None:
    market = Market()
    firm = market.body("Pellwick Limited")
    market.deal(market.body("Ostermoor Council"), firm, "Permits")
    await market.write(graph)
    ids = [as_role(firm, role) for role in ("org", "buy", "sup", "con", "prd")]
    found, errors = await told(graph, *(one("Supplier", id=id) for id in ids))
    body = {"__typename": "Supplier", "name": "Pellwick Limited"}
    assert (found, errors) == ([body, body, body, None, None], [])


async def test_more_than_a_hundred_are_refused_before_any_read(graph: Graph) -> None:
    graph.ledger.entries.clear()
    of = [one("Contract", id=f"con-{n}") for n in range(101)]
    code, message = await refused(graph, NAMES, of=of)
    assert (code, "At most 100" in message) == ("LIMIT_EXCEEDED", True)
    assert not graph.ledger.entries


async def test_pages_behind_entities_count_towards_the_most_nodes(graph: Graph) -> None:
    payments = "nodes { payments(first: 100) { nodes { id } } }"
    deep = f"...on Supplier {{ contracts(first: 100) {{ {payments} }} }}"
    of = [one("Supplier", id=f"sup-{n}") for n in range(3)]
    code, _ = await refused(graph, ASK % deep, of=of)
    assert code == "LIMIT_EXCEEDED"


def test_each_key_that_the_sdl_shows_leads_to_a_key_of_the_shape() -> None:
    assert {name: len(keys) for name, keys in KEYS.items()} == {
        "Buyer": 1,
        "Category": 2,
        "Contract": 2,
        "Framework": 2,
        "Product": 1,
        "Supplier": 1,
    }
    assert [type.__name__ for type in ENTITIES] == list(KEYS)
    for name, keys in KEYS.items():
        for fields in keys:
            assert f'@key(fields: "{" ".join(fields)}")' in str(schema)
            assert lookup(name, fields, ["x"] * len(fields)).by in SHAPES[name].keys
