"""The pages for what can't be shown: each says what happened and what to do now."""

from dataclasses import dataclass
from gettext import gettext as _

from hub.web.notice import Notice
from hub.web.render import Answer
from hub.web.trouble import Away, Fault, Missing, Refused, Trouble

STATUSES: dict[type[Trouble], int] = {Missing: 404, Refused: 400, Away: 503, Fault: 500}


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What happened, what to do, and what to quote when asking about it."""

    title: str
    text: str
    action: str
    reference: str
    notice: Notice | None = None


def of_status(status: int, reference: str = "") -> Answer:
    """The page for a status; an unknown one is told as a fault of ours.

    The reference is shown only where reporting it helps.
    """
    title, text, action = _words(status)
    shown = reference if status >= 500 else ""
    return Answer("error.html", ErrorPage(title, text, action, shown), status)


def _words(status: int) -> tuple[str, str, str]:
    known = {
        400: (
            _("That address can’t be answered"),
            _("A value in the address is not one that the hub knows."),
            _("Start again with your need."),
        ),
        404: (
            _("Page not found"),
            _("There is no such page, or nothing public to show on it."),
            _("Check the address, or start with your need."),
        ),
        503: (
            _("The hub can’t answer right now"),
            _("Something that it depends on is away. Nothing that you entered is lost."),
            _("Wait a minute and load this page again."),
        ),
    }
    fault = (
        _("Something went wrong"),
        _("This is a fault of the hub, not of what you did."),
        _("Try again later. If it stays, report it."),
    )
    return known.get(status, fault)
