"""`/buyers/{id}`: what has this body bought, from whom, when and for how much?"""

from datetime import date
from gettext import gettext as _

from starlette.requests import Request

from hub.web import links, purchases, wording
from hub.web.notice import Notice
from hub.web.purchases import BodyModel, Party, Purchase
from hub.web.render import Answer
from hub.web.request import as_of_day, looked_up
from hub.web.trouble import Missing
from ndx_client import BuyerPage, BuyerPageBuyerContractsNodes, HubClient


async def show(hub: HubClient, request: Request) -> Answer:
    """The buyer's page; Missing when there is none of that id."""
    as_of, after = as_of_day(request), request.query_params.get("after")
    with looked_up():
        found = await hub.buyer_page(request.path_params["id"], after, as_of)
    return Answer("body.html", model(found, as_of, after))


def model(found: BuyerPage, as_of: date | None, after: str | None) -> BodyModel:
    """The page model of an answer."""
    buyer = found.buyer
    if not buyer:
        raise Missing
    page = buyer.contracts
    count = wording.contracts(page.total_count)
    here = links.buyer(buyer.id, as_of)
    return BodyModel(
        role=_("Buyer"),
        title=buyer.name,
        facts=(
            (_("Sector"), buyer.sector or wording.unstated()),
            (_("Region"), wording.region(buyer.region)),
            (_("First seen buying"), wording.day(buyer.since)),
        ),
        heading=_("It bought under %(contracts)s") % {"contracts": count},
        others=_("Supplied by"),
        nothing=_("Nothing that it bought was public by then."),
        purchases=tuple(line(node, as_of) for node in page.nodes),
        known_by=wording.day(as_of) if as_of else "",
        first_url=here if after else "",
        next_url=links.further(here, page.page_info),
        notice=Notice.of(found.hub),
    )


def line(node: BuyerPageBuyerContractsNodes, as_of: date | None) -> Purchase:
    """A contract with its first suppliers."""
    shown = node.suppliers.nodes
    parties = tuple(Party(firm.name, links.supplier(firm.id, as_of)) for firm in shown)
    return purchases.purchase(node, parties, node.suppliers.total_count - len(shown), as_of)
