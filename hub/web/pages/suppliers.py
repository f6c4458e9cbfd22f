"""`/suppliers/{id}`: what has this supplier sold, to whom, when and for how much?"""

from datetime import date
from gettext import gettext as _

from starlette.requests import Request

from hub.web import links, purchases, wording
from hub.web.notice import Notice
from hub.web.purchases import BodyModel, Party, Purchase
from hub.web.render import Answer
from hub.web.request import as_of_day, looked_up
from hub.web.trouble import Missing
from ndx_client import HubClient, SupplierPage, SupplierPageSupplierContractsNodes


async def show(hub: HubClient, request: Request) -> Answer:
    """The supplier's page; Missing when there is none of that id."""
    as_of, after = as_of_day(request), request.query_params.get("after")
    with looked_up():
        found = await hub.supplier_page(request.path_params["id"], after, as_of)
    return Answer("body.html", model(found, as_of, after))


def model(found: SupplierPage, as_of: date | None, after: str | None) -> BodyModel:
    """The page model of an answer."""
    supplier = found.supplier
    if not supplier:
        raise Missing
    page = supplier.contracts
    count = wording.contracts(page.total_count)
    here = links.supplier(supplier.id, as_of)
    return BodyModel(
        role=_("Supplier"),
        title=supplier.name,
        facts=(
            (_("Size"), wording.size(supplier.size_class)),
            (_("Region"), wording.region(supplier.region)),
            (_("First seen supplying"), wording.day(supplier.since)),
        ),
        heading=_("It sold under %(contracts)s") % {"contracts": count},
        others=_("Bought by"),
        nothing=_("Nothing that it sold was public by then."),
        purchases=tuple(line(node, as_of) for node in page.nodes),
        known_by=wording.day(as_of) if as_of else "",
        first_url=here if after else "",
        next_url=links.further(here, page.page_info),
        notice=Notice.of(found.hub),
    )


def line(node: SupplierPageSupplierContractsNodes, as_of: date | None) -> Purchase:
    """A contract with its buyer."""
    buyer = node.buyer
    parties = (Party(buyer.name, links.buyer(buyer.id, as_of)),) if buyer else ()
    return purchases.purchase(node, parties, 0, as_of)
