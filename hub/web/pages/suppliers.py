"""`/suppliers/{id}`: what has this supplier sold, to whom, when and for how much?"""

from dataclasses import dataclass
from datetime import date
from gettext import gettext as _

from starlette.requests import Request

from hub.web import links, purchases, wording
from hub.web.notice import Notice
from hub.web.purchases import Party, Purchase
from hub.web.render import Answer
from hub.web.request import as_of_day, looked_up
from hub.web.trouble import Missing
from ndx_client import HubClient, SupplierPage, SupplierPageSupplierContractsNodes


@dataclass(frozen=True, slots=True)
class SupplierModel:
    """A supplier and a page of its contracts."""

    title: str
    facts: tuple[tuple[str, str], ...]
    count: str
    purchases: tuple[Purchase, ...]
    known_by: str
    first_url: str
    next_url: str
    notice: Notice


async def show(hub: HubClient, request: Request) -> Answer:
    """The supplier's page; Missing when there is none of that id."""
    as_of, after = as_of_day(request), request.query_params.get("after")
    with looked_up():
        found = await hub.supplier_page(request.path_params["id"], after, as_of)
    return Answer("supplier.html", model(found, as_of, after))


def model(found: SupplierPage, as_of: date | None, after: str | None) -> SupplierModel:
    """The page model of an answer."""
    supplier = found.supplier
    if not supplier:
        raise Missing
    page = supplier.contracts
    here = links.supplier(supplier.id, as_of)
    cursor = (page.page_info.end_cursor or "") if page.page_info.has_next_page else ""
    return SupplierModel(
        title=supplier.name,
        facts=(
            (_("Size"), wording.size(supplier.size_class)),
            (_("Region"), wording.region(supplier.region)),
            (_("First seen supplying"), wording.day(supplier.since)),
        ),
        count=wording.contracts(page.total_count),
        purchases=tuple(line(node, as_of) for node in page.nodes),
        known_by=wording.day(as_of) if as_of else "",
        first_url=here if after else "",
        next_url=links.further(here, cursor),
        notice=Notice.of(found.hub),
    )


def line(node: SupplierPageSupplierContractsNodes, as_of: date | None) -> Purchase:
    """A contract with its buyer."""
    buyer = node.buyer
    parties = (Party(buyer.name, links.buyer(buyer.id, as_of)),) if buyer else ()
    return purchases.purchase(node, parties, 0, as_of)
