"""Pages about the hub itself: accessibility, privacy, cookies, licences."""

from dataclasses import dataclass
from gettext import gettext as _

from starlette.requests import Request

from hub.web import wording
from hub.web.notice import Notice
from hub.web.render import Answer
from hub.web.request import looked_up
from ndx_client import HubClient


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page of words only; it shows no data."""

    title: str
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Set:
    """A data set and the terms under which it may be used."""

    name: str
    licence: str
    fictional: bool
    records: str


@dataclass(frozen=True, slots=True)
class LicencesPage:
    """The terms of the data that is loaded and of the software that the pages use."""

    title: str
    sets: tuple[Set, ...]
    version: str
    notice: Notice


async def accessibility(_hub: HubClient, _request: Request) -> Answer:
    """What was tested and what was not."""
    return Answer("accessibility.html", PlainPage(_("Accessibility")))


async def privacy(_hub: HubClient, _request: Request) -> Answer:
    """What the hub keeps about those who read its pages."""
    return Answer("privacy.html", PlainPage(_("Privacy")))


async def cookies(_hub: HubClient, _request: Request) -> Answer:
    """That there are none."""
    return Answer("cookies.html", PlainPage(_("Cookies")))


async def licences(hub: HubClient, _request: Request) -> Answer:
    """Which data is loaded, and the terms of data and software."""
    with looked_up():
        found = await hub.hub_figures()
    sets = tuple(
        Set(source.name, source.licence, source.fictional, wording.number(source.records))
        for source in found.hub.sources
    )
    page = LicencesPage(_("Data and licences"), sets, found.hub.version, Notice.of(found.hub))
    return Answer("licences.html", page)
