"""Releases as processes: the kinds of cases.md, on invented ones."""

from graph.ids import make_id
from tests.hub.ingest.given import (
    OCID,
    Noted,
    award,
    buyer,
    histories,
    links,
    names,
    newest,
    nodes,
    ready,
    release,
    supplier,
)

QUILL = supplier("Quill Ltd", "s-1")
FENNEL = supplier("Fennel Ltd", "s-2")
TANSY = supplier("Tansy Ltd", "s-3")
ALL = [buyer(), QUILL, FENNEL, TANSY]


def test_three_awards_of_one_id_stay_three() -> None:  # L1
    noted = Noted()
    published = release(
        parties=ALL, awards=[award("1", QUILL), award("1", FENNEL), award("1", TANSY)]
    )
    _, mentions = ready(published, noted)
    (found,) = histories(published)
    assert [one["reference"] for one in newest(found, "Award")] == ["1", "1", "1"]
    assert len(nodes(found, "Contract")) == len(set(links(found, "SUPPLIED"))) == 3
    assert names(mentions) == {"Ostermoor Borough Council", "Quill Ltd", "Fennel Ltd", "Tansy Ltd"}
    assert noted.found == [("REPEATED_ID", "/awards")]


def test_contracts_of_awards_of_one_id_keep_their_own_supplier() -> None:  # L1
    contracts = [{"id": "1", "awardID": "1", "title": title} for title in ("A", "B")]
    (found,) = histories(
        release(parties=ALL, awards=[award("1", QUILL), award("1", FENNEL)], contracts=contracts)
    )
    assert sorted(one["title"] for one in newest(found, "Contract")) == ["A", "B"]
    sold = {contract: mention for mention, contract in links(found, "SUPPLIED")}
    assert len(sold) == len(links(found, "SUPPLIED")) == 2
    assert len(set(sold.values())) == 2


def test_an_object_where_a_list_belongs_is_mended_and_reported() -> None:  # L3
    noted = Noted()
    published = release(parties=buyer(), awards=award("1", QUILL), tags="award")
    ready(published, noted)
    (found,) = histories(published)
    assert len(nodes(found, "Award")) == len(links(found, "BOUGHT")) == 1
    assert set(noted.found) == {("NOT_A_LIST", "/parties"), ("NOT_A_LIST", "/awards")}


def test_what_cannot_be_mended_is_left_out_with_its_path() -> None:  # L3
    noted = Noted()
    awards = [{**award("1", QUILL), "value": "a lot", "title": ["no", "text"]}]
    ready(release(parties=ALL, awards=awards), noted)
    assert set(noted.found) == {
        ("WRONG_TYPE", "/awards/0/value"),
        ("WRONG_TYPE", "/awards/0/title"),
    }
    (found,) = histories(release(parties=ALL, awards=awards))
    assert newest(found, "Award")[0]["valueE5"] is None


def test_two_releases_of_one_id_and_date_fold_the_same_in_both_orders() -> None:  # L3
    one = release(parties=ALL, awards=[award("1", QUILL, title="One")])
    two = release(parties=ALL, awards=[award("1", QUILL, title="Two")])
    assert histories(one, two) == histories(two, one)
    (found,) = histories(one, two)
    assert len(nodes(found, "Award")) == 1
    assert len(nodes(found, "Award")[0].states) == 1


def test_each_buyer_of_a_reused_ocid_has_its_own_process() -> None:  # L4
    def of(name: str, id: str, date: str) -> dict[str, object]:
        body = buyer(name, id)
        return release(id, date, parties=[body, QUILL], buyer=body, awards=[award("1", QUILL)])

    releases = [
        of("Ostermoor Water", "r-1", "2026-01-01"),
        of("Quillhaven Water", "r-2", "2026-01-02"),
        of("OSTERMOOR WATER", "r-3", "2026-01-03"),
    ]
    first, second = histories(*releases)
    assert histories(*reversed(releases)) == [first, second]
    assert [node.id for node in nodes(first, "Procurement")] == [make_id("prc", OCID)]
    key = make_id("prc", OCID, "2 quillhaven water")
    assert [node.id for node in nodes(second, "Procurement")] == [key]
    buyers = [{start for start, _ in links(found, "BOUGHT")} for found in (first, second)]
    assert buyers[0].isdisjoint(buyers[1])


def test_a_release_without_a_buyer_joins_what_it_shares() -> None:  # L4
    body = buyer("Quillhaven Water", "b-2")
    first = release("r-1", "2026-01-01")
    second = release("r-2", "2026-01-02", parties=[body], buyer=body, awards=[award("7", QUILL)])
    lone = release(
        "r-3", "2026-01-03", parties=None, buyer=None, awards=[{"id": "7", "title": "T"}]
    )
    stray = release("r-4", "2026-01-04", parties=None, buyer=None, tender={"title": "Stray"})
    one, other = histories(first, second, lone, stray)
    assert newest(other, "Award")[0]["title"] == "T"
    assert newest(one, "Procurement")[0]["title"] == "Stray"


def test_a_process_without_a_buyer_takes_the_first_that_comes() -> None:  # L4
    lone = release("r-1", "2026-01-01", parties=None, buyer=None)
    assert len(histories(lone, release("r-2", "2026-01-02"))) == 1


def test_the_value_is_shown_where_it_is() -> None:  # L5
    contract = {"id": "1", "awardID": "1", "value": {"amount": 5, "currency": "GBP"}}
    (found,) = histories(release(parties=ALL, awards=[award("1", QUILL)], contracts=[contract]))
    assert newest(found, "Contract")[0]["valueE5"] == 500_000
    assert newest(found, "Award")[0]["valueE5"] is None
    assert newest(found, "Procurement")[0]["valueE5"] is None
    assert newest(found, "Contract")[0]["origin"] == "contract"


def test_a_tag_without_contracts_leaves_the_award_as_the_contract() -> None:  # L5
    (found,) = histories(
        release(tag=["award", "contract"], parties=ALL, awards=[award("1", QUILL)])
    )
    assert newest(found, "Contract")[0]["origin"] == "award"
    assert len(links(found, "SUPPLIED")) == len(links(found, "FOR")) == 1


def test_a_later_contract_object_closes_the_award_as_the_contract() -> None:
    (found,) = histories(
        release("r-1", "2026-01-01T00:00:00Z", parties=ALL, awards=[award("1", QUILL)]),
        release("r-2", "2026-01-02T00:00:00Z", contracts=[{"id": "c", "awardID": "1"}]),
    )
    until = {node.fixed["origin"]: node.until for node in nodes(found, "Contract")}
    assert until == {"award": "2026-01-02T00:00:00Z", "contract": None}
    assert len(links(found, "SUPPLIED")) == 1


def test_placeholders_and_odd_tax_are_kept_as_published() -> None:  # L6, L7
    noted = Noted()
    value = {"amount": 0.01, "amountGross": 0.05, "currency": "GBP"}
    published = release(parties=ALL, awards=[award("1", QUILL, value=value)])
    ready(published, noted)
    (found,) = histories(published)
    contract = newest(found, "Contract")[0]
    assert (contract["valueE5"], contract["grossE5"]) == (1_000, 5_000)
    assert noted.found == [("PLACEHOLDER_VALUE", "/awards/0/value/amount")]
    net = release(parties=ALL, awards=[award("1", QUILL, value={"amountGross": 12})])
    contract = newest(histories(net)[0], "Contract")[0]
    assert (contract["valueE5"], contract["grossE5"]) == (None, 1_200_000)


def test_an_unlikely_currency_is_kept_and_reported() -> None:  # L8
    noted = Noted()
    lot = {"id": "1", "value": {"amount": 900, "currency": "AED"}}
    tender = {"id": "t", "value": {"amount": 900, "currency": "GBP"}, "lots": [lot]}
    published = release(tender=tender)
    ready(published, noted)
    (found,) = histories(published)
    assert newest(found, "Lot")[0]["currency"] == "AED"
    assert noted.found == [("DOUBTFUL_CURRENCY", "/tender/lots/0/value/currency")]


def test_the_role_decides_who_buys_and_null_says_nothing() -> None:  # L9
    noted = Noted()
    first = release("r-1", "2026-01-01", parties=ALL, awards=[award("1", QUILL, title="Kept")])
    second = release("r-2", "2026-01-02", buyer=None, awards=[{"id": "1"}])
    second |= {"buyerID": [], "description": None}
    second["awards"][0]["title"] = None
    ready(second, noted)
    (found,) = histories(first, second)
    assert newest(found, "Award")[0]["title"] == "Kept"
    assert len(links(found, "BOUGHT")) == 1
    assert noted.found == []


def test_a_term_of_one_day_is_kept_and_reported() -> None:  # L10
    noted = Noted()
    period = {"startDate": "2026-08-21T00:00:00+01:00", "endDate": "2026-08-21T23:59:59+01:00"}
    contract = {"id": "1", "period": {**period, "maxExtentDate": "2026-12-31T23:59:59Z"}}
    published = release(contracts=[contract])
    ready(published, noted)
    (found,) = histories(published)
    terms = newest(found, "Contract")[0]
    assert (terms["startsOn"], terms["endsOn"]) == ("2026-08-21", "2026-08-21")
    assert noted.found == [("ONE_DAY_TERM", "/contracts/0/period")]


def test_ids_are_opaque() -> None:  # L11
    lots = [{"id": "LOT / 0003", "status": "cancelled"}]
    tender = {"id": OCID, "title": "T", "status": "complete", "lots": lots}
    (found,) = histories(release(tender=tender, parties=ALL, awards=[award("a 9/10", QUILL)]))
    assert newest(found, "Procurement")[0]["reference"] == OCID
    assert newest(found, "Procurement")[0]["status"] == "complete"
    assert newest(found, "Lot")[0] | {"title": None} == newest(found, "Lot")[0]
    assert newest(found, "Lot")[0]["status"] == "cancelled"
    assert newest(found, "Award")[0]["reference"] == "a 9/10"


def test_a_framework_number_in_a_title_makes_no_link() -> None:  # L12
    tender = {"id": "t", "title": "Call-off under ZZ6999"}
    (found,) = histories(release(tender=tender, parties=ALL, awards=[award("1", QUILL)]))
    assert links(found, "UNDER") == []


def test_stated_frameworks_are_linked() -> None:
    related = [{"id": "1", "relationship": ["framework"], "identifier": "ocds-zzzzzz-9"}]
    (found,) = histories(release(parties=ALL, awards=[award("1", QUILL)], relatedProcesses=related))
    assert {end for _, end in links(found, "UNDER")} == {make_id("fwk", "ocds-zzzzzz-9")}
    tender = {"id": "t", "title": "Lamps", "techniques": {"hasFrameworkAgreement": True}}
    (own,) = histories(release(tender=tender, parties=ALL, awards=[award("1", QUILL)]))
    assert {end for _, end in links(own, "UNDER")} == {make_id("fwk", OCID)}


def test_a_cancelled_procurement_keeps_its_earlier_facts() -> None:  # L13
    lots = [{"id": "1", "status": "active"}]
    first = release(
        "r-1", "2026-01-01T00:00:00Z", tender={"id": "t", "status": "active", "lots": lots}
    )
    document = {"id": "d", "documentType": "tenderCancellationNotice", "noticeType": "UK12"}
    second = release(
        "r-2",
        "2026-01-02T00:00:00Z",
        tag=["tenderCancellation"],
        tender={"id": "t", "status": "cancelled", "documents": [document]},
        awards=[{"id": "1", "status": "cancelled", "relatedLots": ["1"]}],
        buyer=None,
    )
    (found,) = histories(first, second)
    (node,) = nodes(found, "Procurement")
    assert [state.values["status"] for state in node.states] == ["active", "cancelled"]
    assert node.states[0].until == node.states[1].since == "2026-01-02T00:00:00Z"
    assert nodes(found, "Contract") == []
    assert len(links(found, "HAS_LOT")) == len(links(found, "HAS_AWARD")) == 1


def test_an_agent_is_not_the_buyer() -> None:  # W10
    agent = {
        "id": "a",
        "name": "Thistle Law LLP",
        "roles": ["procuringEntity", "processContactPoint"],
    }
    published = release(parties=[agent, buyer(), QUILL], awards=[award("1", QUILL)])
    _, mentions = ready(published)
    (found,) = histories(published)
    (council,) = [one.id for one in mentions if one.name == "Ostermoor Borough Council"]
    assert [start for start, _ in links(found, "BOUGHT")] == [council]
    assert names(mentions) == {"Ostermoor Borough Council", "Quill Ltd", "Thistle Law LLP"}


def test_mentions_keep_valid_numbers_and_report_the_others() -> None:  # W1, W2
    party = buyer(
        id="GB-FTS-123",
        identifier={"scheme": "GB-COH", "id": "XYZ"},
        additionalIdentifiers=[{"scheme": "GB-PPON", "id": "PFKS-1234-BBBB"}],
        address={"postalCode": "ZZ1 1ZZ", "region": "UKZ99"},
    )
    _, mentions = ready(release(parties=[party], buyer={"id": "GB-FTS-123"}))
    (found,) = mentions
    assert found.identifiers == ("GB-PPON-PFKS-1234-BBBB",)
    assert found.unread == ("GB-COH-XYZ",)
    assert found.place == "zz11zz"


def test_a_suppliers_size_and_region_are_those_stated_with_the_award() -> None:
    small = {**QUILL, "details": {"scale": "sme"}, "address": {"region": "UKZ1"}}
    odd = {**FENNEL, "details": {"scale": "selfEmployed"}}
    (found,) = histories(release(parties=[buyer(), small, odd], awards=[award("1", small, odd)]))
    told = sorted(
        (str(e.values["sizeClass"]), str(e.values["region"]))
        for e in found.links
        if e.type == "SUPPLIED"
    )
    assert told == [("None", "None"), ("sme", "UKZ1")]


def test_categories_come_from_the_lots_that_an_award_is_for() -> None:
    def item(id: str, lot: str, code: str) -> dict[str, object]:
        return {"id": id, "relatedLot": lot, "classification": {"scheme": "CPV", "id": code}}

    items = [item("1", "1", "45000000-7"), item("2", "2", "48000000")]
    items.append({"id": "3", "classification": {"scheme": "UNSPSC", "id": "43230000"}})
    tender = {"id": "t", "items": items, "lots": [{"id": "1"}, {"id": "2"}]}
    (found,) = histories(
        release(tender=tender, parties=ALL, awards=[award("1", QUILL, relatedLots=["2"])])
    )
    assert {end for _, end in links(found, "IN")} == {make_id("cat", "CPV", "48000000")}


def test_a_release_that_contradicts_types_is_skipped_and_named() -> None:
    first = release("r-1", "2026-01-01", bids={"statistics": {"id": "1"}})
    second = release("r-2", "2026-01-02", bids={"statistics": [{"id": "1"}]})
    (found,) = histories(first, second)
    assert [one.release.reference for one in found.skipped] == ["r-2"]
