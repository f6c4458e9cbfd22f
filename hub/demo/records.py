"""Lines of the hub's own files as the invented source writes them (docs/own-files.md)."""

from datetime import date
from typing import Any

from hub.demo.calendar import END
from hub.demo.cast import Body, Firm
from hub.demo.goods import Product
from hub.demo.returns import line_id
from hub.demo.sale import Sale

Json = dict[str, Any]
HEADER: Json = {
    "hub": 1,
    "source": "demo-records",
    "name": "Records of the fictional world",
    "publisher": "The demonstration of this hub (fictional)",
    "licence": "CC0-1.0",
    "fictional": True,
}
RETURNS = "fictional-sales-returns"  # the source of the returns, as the hub names it


def record(noun: str, key: str, public: date, values: Json) -> Json:
    """What holds of a key from a day on; fields that are None are left out."""
    told = {name: value for name, value in values.items() if value is not None}
    return {"noun": noun, "key": key, "publicFrom": _by_the_end(public), "values": told}


def withdrawn(noun: str, key: str, public: date) -> Json:
    """From that day on it is said no more."""
    return {"noun": noun, "key": key, "publicFrom": _by_the_end(public), "withdrawn": True}


def _by_the_end(public: date) -> str:
    """Nothing becomes public after the world's end."""
    return min(public, END).isoformat()


def body(party: Body) -> Json:
    """A public body as a record names it."""
    return {**_party(party), "sector": party.sector}


def firm(party: Firm) -> Json:
    """A firm as a record names it; some with their number at Companies House."""
    told = {**_party(party), "sizeClass": party.size.lower()}
    if party.company:
        told["additionalIdentifiers"] = [{"scheme": "GB-COH", "id": party.company}]
    return told


def _party(party: Body | Firm) -> Json:
    return {
        "name": party.name,
        "identifier": {"scheme": "GB-PPON", "id": party.ppon},
        "address": {"locality": party.place, "region": party.region},
    }


def contract(sale: Sale) -> Json:
    """The contract of a sale by what its notices or its returns call it."""
    if sale.called_off:
        return {"source": RETURNS, "key": line_id(sale, 0)}
    return {"ocid": sale.ocid, "id": "1"}


def product_key(product: Product) -> str:
    """The key of a product."""
    return f"P-{product.number + 1:05d}"


def pounds(pence: int) -> str:
    """An amount as text in pounds."""
    return f"{pence // 100}.{pence % 100:02d}"
