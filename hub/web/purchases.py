"""Lines of the tables of contracts on the pages of a supplier and of a buyer."""

from dataclasses import dataclass
from datetime import date
from gettext import gettext as _

from hub.web import links, wording
from hub.web.notice import Notice
from ndx_client import ContractLine


@dataclass(frozen=True, slots=True)
class Party:
    """The other side of a contract; no address when nothing of it is public."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class BodyModel:
    """A body in a role, and a page of its contracts with the other side of each.

    `role`, `heading`, `others` and `nothing` are the words of the role.
    """

    role: str
    title: str
    facts: tuple[tuple[str, str], ...]
    heading: str
    others: str
    nothing: str
    purchases: tuple["Purchase", ...]
    known_by: str
    first_url: str
    next_url: str
    notice: Notice


@dataclass(frozen=True, slots=True)
class Purchase:
    """One contract as a line: what, with whom, when, for how much."""

    title: str
    url: str
    parties: tuple[Party, ...]
    more_parties: int
    when: str
    value: str
    paid: str


def purchase(
    line: ContractLine, parties: tuple[Party, ...], more: int, as_of: date | None
) -> Purchase:
    """The line of a contract."""
    return Purchase(
        title=line.title or _("Untitled contract"),
        url=links.contract(line.id, as_of),
        parties=parties,
        more_parties=more,
        when=when(line),
        value=wording.money(line.value),
        paid=wording.sums(line.paid),
    )


def when(line: ContractLine) -> str:
    """The day that says best when it was: signed, started, or known since."""
    if line.signed_on:
        return wording.day(line.signed_on)
    if line.starts_on:
        return _("From %(day)s") % {"day": wording.day(line.starts_on)}
    return _("Known since %(day)s") % {"day": wording.day(line.public_from)}
