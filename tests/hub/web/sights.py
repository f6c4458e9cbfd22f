"""What a browser saw of a page: addresses asked, errors in the console, what axe says."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page, Request

# Chromium writes a line into the console for each page that is an error by its status.
BY_STATUS = "Failed to load resource: the server responded with a status of"


@dataclass
class Sight:
    """A page of the browser that keeps what it saw since the last look."""

    page: "Page"
    home: str
    asked: list[str] = field(default_factory=list[str])
    complaints: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        self.page.on("request", self._request)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("requestfailed", lambda request: self.complaints.append(request.url))

    def _request(self, request: "Request") -> None:
        self.asked.append(request.url)

    def _console(self, message: "ConsoleMessage") -> None:
        if message.type in ("error", "warning") and not message.text.startswith(BY_STATUS):
            self.complaints.append(message.text)

    def open(self, path: str) -> int:
        """Go to a page of ours in a wide window; its status."""
        self.page.set_viewport_size({"width": 1100, "height": 800})
        self.asked.clear()
        self.complaints.clear()
        response = self.page.goto(self.home + path)
        assert response is not None
        return response.status

    def foreign(self) -> list[str]:
        """Requests that left our origin."""
        return [url for url in self.asked if not url.startswith(self.home + "/")]

    def violations(self) -> list[str]:
        """What axe finds, WCAG 2.2 A and AA and best practice."""
        from axe_playwright_python.sync_playwright import Axe

        found: dict[str, Any] = Axe().run(self.page).response
        return [
            f"{violation['id']}: {node['html'][:120]}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    def width_needed_at(self, pixels: int) -> int:
        """How wide the page wants to be in a window of that width."""
        self.page.set_viewport_size({"width": pixels, "height": 800})
        return int(self.page.evaluate("document.documentElement.scrollWidth"))
