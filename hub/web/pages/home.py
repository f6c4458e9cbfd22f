"""`/`: what do you need? The form, and three figures of what the hub knows."""

from dataclasses import dataclass
from gettext import gettext as _

from starlette.requests import Request

from hub.web import wording
from hub.web.forms import NeedForm
from hub.web.notice import Notice
from hub.web.render import Answer
from ndx_client import HubClient, HubFigures, HubFiguresHub


@dataclass(frozen=True, slots=True)
class Figure:
    """A number counted in the data that is loaded, and on how many records it rests."""

    value: str
    label: str
    basis: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """The form, empty or with what was entered."""

    title: str
    form: NeedForm
    sectors: tuple[str, ...]
    figures: tuple[Figure, ...]
    empty: bool
    notice: Notice


async def show(hub: HubClient, request: Request) -> Answer:
    """The form; an address with values (from "Change your need") fills it."""
    return answer(await hub.hub_figures(), NeedForm.of(request.query_params))


def answer(found: HubFigures, form: NeedForm) -> Answer:
    """The page of a form; with mistakes it is an error page that keeps the values."""
    counts = found.hub.counts
    page = HomePage(
        title=_("What do you need?"),
        form=form,
        sectors=tuple(found.hub.sectors),
        figures=figures(found.hub),
        empty=not (counts.contracts or counts.payments),
        notice=Notice.of(found.hub),
    )
    return Answer("home.html", page, 422 if form.mistakes else 200)


def figures(hub: HubFiguresHub) -> tuple[Figure, ...]:
    """Three counts, each with the number of records it was counted in."""
    counts = hub.counts
    seen = _("seen in %(records)s") % {"records": wording.contracts(counts.contracts)}
    return (
        Figure(wording.number(counts.buyers), _("Bodies that bought"), seen),
        Figure(wording.number(counts.suppliers), _("Suppliers that sold to them"), seen),
        Figure(
            wording.number(counts.contracts),
            _("Contracts and awards"),
            _("with %(payments)s") % {"payments": wording.payments(counts.payments)},
        ),
    )
