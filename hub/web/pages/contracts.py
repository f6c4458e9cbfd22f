"""`/contracts/{id}`: what was agreed, what was paid, and how do we know?"""

from dataclasses import dataclass
from datetime import date
from gettext import gettext as _

from starlette.requests import Request

from hub.web import links, wording
from hub.web.notice import Notice
from hub.web.purchases import Party
from hub.web.render import Answer
from hub.web.request import as_of_day, looked_up
from hub.web.trouble import Missing
from ndx_client import (
    Basis,
    ContractPage,
    ContractPageContract,
    ContractPageContractPaymentsNodes,
    HubClient,
)

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Paid:
    """One payment."""

    month: str
    text: str
    reference: str
    amount: str


@dataclass(frozen=True, slots=True)
class ContractModel:
    """A contract with its parties, its facts, its source and a page of its payments."""

    title: str
    description: str
    buyer: Party | None
    suppliers: tuple[Party, ...]
    more_suppliers: int
    facts: tuple[Fact, ...]
    provenance: tuple[Fact, ...]
    count: str
    payments: tuple[Paid, ...]
    known_by: str
    first_url: str
    next_url: str
    notice: Notice


async def show(hub: HubClient, request: Request) -> Answer:
    """The contract's page; Missing when there is none of that id."""
    as_of, after = as_of_day(request), request.query_params.get("after")
    with looked_up():
        found = await hub.contract_page(request.path_params["id"], after, as_of)
    return Answer("contract.html", model(found, as_of, after))


def model(found: ContractPage, as_of: date | None, after: str | None) -> ContractModel:
    """The page model of an answer."""
    contract = found.contract
    if not contract:
        raise Missing
    page = contract.payments
    here = links.contract(contract.id, as_of)
    buyer, firms = contract.buyer, contract.suppliers
    return ContractModel(
        title=contract.title or _("Untitled contract"),
        description=contract.description or "",
        buyer=Party(buyer.name, links.buyer(buyer.id, as_of)) if buyer else None,
        suppliers=tuple(Party(firm.name, links.supplier(firm.id, as_of)) for firm in firms.nodes),
        more_suppliers=firms.total_count - len(firms.nodes),
        facts=facts(contract),
        provenance=provenance(contract, found),
        count=wording.payments(page.total_count),
        payments=tuple(paid(node) for node in page.nodes),
        known_by=wording.day(as_of) if as_of else "",
        first_url=here if after else "",
        next_url=links.further(here, page.page_info),
        notice=Notice.of(found.hub),
    )


def facts(contract: ContractPageContract) -> tuple[Fact, ...]:
    """What was agreed; what a kind of source never says is left out, what it withheld is named."""
    listed = contract.origin in ("returns", "spend")
    stated = (
        (_("Value"), wording.money(contract.value)),
        (_("Value with tax"), wording.money(contract.gross) if contract.gross else ""),
        (_("Signed or awarded"), wording.day(contract.signed_on)),
        (_("Term"), wording.term(contract.starts_on, contract.ends_on)),
        (_("Status"), (contract.status or "").capitalize()),
    )
    called_off = (
        (_("Framework"), _framework(contract)),
        (_("Lot"), contract.lot or ""),
        (_("For"), ", ".join(node.name or node.code for node in contract.categories.nodes)),
    )
    paid_in_all = ((_("Paid so far"), wording.sums(contract.paid)),)
    shown = (*paid_in_all, *(() if listed else stated), *called_off)
    return tuple((label, value) for label, value in shown if value)


def provenance(contract: ContractPageContract, found: ContractPage) -> tuple[Fact, ...]:
    """Where it is from and since when the hub's world could know it."""
    origins = {
        "returns": _("Sales returns: what suppliers reported month by month"),
        "spend": _("A spend list: what a body paid month by month"),
        "award": _("An award notice; no contract was published"),
        "contract": _("A published contract"),
    }
    names = {source.id: source for source in found.hub.sources}
    source = names.get(contract.source)
    shown = (
        (_("Kind of record"), origins.get(contract.origin, contract.origin)),
        (_("Source"), source.name if source else contract.source),
        (_("Licence"), source.licence if source else ""),
        (_("Public since"), f"{wording.day(contract.public_from)} ({_basis(contract.basis)})"),
        (_("Process"), contract.ocid or ""),
        (_("Reference in the source"), contract.reference or ""),
    )
    return tuple((label, value) for label, value in shown if value)


def paid(node: ContractPageContractPaymentsNodes) -> Paid:
    """A payment as a line."""
    return Paid(
        month=wording.month(node.month),
        text=node.text or "",
        reference=node.reference,
        amount=wording.money(node.amount),
    )


def _framework(contract: ContractPageContract) -> str:
    framework = contract.framework
    return (framework.name or framework.code) if framework else ""


def _basis(basis: Basis) -> str:
    known = {
        "stated": _("stated by the source"),
        "assumed": _("assumed: the first of the next month"),
        "fetched": _("the day on which it was fetched"),
    }
    return known[basis.value.lower()]
