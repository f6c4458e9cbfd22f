"""Lines of sales returns."""

import pytest

from graph.ids import make_id
from hub.ingest.gcloud import mapping
from hub.ingest.returns import FICTIONAL, source_of
from hub.ingest.returns import gcloud_line_of as line_of
from tests.hub.ingest.given import Noted, line


def test_a_line_becomes_a_payment_known_from_the_next_month() -> None:
    made = line_of(line(EvidencedSpend="-1,234.5601", ReturnMonth="2013-06-01"), Noted())
    assert made is not None
    assert made.amount_e5 == -123_456_010
    assert (made.currency, made.month, made.basis) == ("GBP", "2013-06", "assumed")
    assert made.public_from == "2013-06-30T23:00:00Z"  # London is an hour ahead in July
    assert (made.sector, made.size_class) == ("Local Government", "sme")
    assert made.lot_name == "Software as a Service"
    assert (made.buyer.kind, made.supplier.kind) == ("public", "company")
    assert made.id == make_id("pay", make_id("src", "g-cloud-sales-returns"), "1")


def test_one_contract_holds_the_lines_of_one_pair_framework_lot_and_text() -> None:
    def contract(**changes: str) -> str:
        made = line_of(line(**changes), Noted())
        assert made is not None
        return made.contract

    same = {
        contract(),
        contract(ID="2", ReturnMonth="2013-09-01", EvidencedSpend="7"),
        contract(SupplierName="QUILLFEATHER  SOFTWARE LIMITED"),
        contract(ProjectNameAndDescription="case files."),
    }
    assert len(same) == 1
    others = {
        contract(SupplierName="Fennel Ltd"),
        contract(CustomerName="Quillhaven Council"),
        contract(LotDescription="4"),
        contract(Framework="Other"),
        contract(ProjectNameAndDescription="Case files 2"),
        contract(ProjectNameAndDescription=""),
    }
    assert len(others) == 6
    assert not same & others


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("ID", " ", "MISSING_VALUE"),
        ("SupplierName", "", "MISSING_VALUE"),
        ("CustomerName", "", "MISSING_VALUE"),
        ("EvidencedSpend", "", "MISSING_VALUE"),
        ("EvidencedSpend", "about 10", "BAD_VALUE"),
        ("EvidencedSpend", "NaN", "BAD_VALUE"),
        ("EvidencedSpend", "1e30", "BAD_VALUE"),
        ("EvidencedSpend", "0.000001", "BAD_VALUE"),
        ("ReturnMonth", "", "NO_PUBLIC_TIME"),
        ("ReturnMonth", "June", "BAD_VALUE"),
        ("ReturnMonth", "2013-13-01", "BAD_VALUE"),
    ],
)
def test_a_line_that_cannot_be_used_says_which_column(column: str, value: str, code: str) -> None:
    noted = Noted()
    assert line_of(line(**{column: value}), noted) is None
    assert noted.found == [(code, column)]


def test_what_is_odd_but_usable_is_kept() -> None:
    noted = Noted()
    made = line_of(
        line(LotDescription="9", SMEorLarge="Medium", ReturnMonth="01/06/2013", Sector=""), noted
    )
    assert made is not None
    assert (made.lot, made.lot_name, made.size_class) == ("9", "9", None)
    assert (made.month, made.sector) == ("2013-06", None)
    assert noted.codes == {"UNKNOWN_SIZE"}


def test_personal_data_in_a_text_is_taken_out() -> None:
    made = line_of(line(ProjectNameAndDescription="ask ann@ostermoor.example"), Noted())
    assert made is not None
    assert made.text == "ask [e-mail removed]"


def test_the_fictional_world_is_a_data_set_of_its_own() -> None:
    assert source_of(mapping(), "Demo (fictional)") == FICTIONAL
    assert source_of(mapping(), "G-Cloud").name == "G-Cloud sales returns"
    assert FICTIONAL.fictional
    assert not mapping().source.fictional
