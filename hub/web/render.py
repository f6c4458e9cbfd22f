"""From a page model to an HTML response: templates, caching, what is undefined."""

import re
from dataclasses import dataclass, is_dataclass
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    TemplateRuntimeError,
    Undefined,
    UndefinedError,
)
from jinja2.ext import Extension
from starlette.responses import HTMLResponse

from hub.web.files import Files

INDENT = re.compile(r"^\s+", re.MULTILINE)  # empty lines too
TEMPLATES = Path(__file__).parent / "templates"
HEADERS = {"Cache-Control": "private, no-cache", "Vary": "Cookie"}  # the gateway adds the rest


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page function gives: a template, the page model that it shows, the status."""

    template: str
    page: Any
    status: int = 200


class Strict(Undefined):
    """Fails for an unknown attribute of a page model; the macros rely on silence elsewhere."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = None,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        if is_dataclass(obj):
            raise UndefinedError(f"{type(obj).__name__} has no {name}")
        super().__init__(hint, obj, name, exc)


class Flat(Extension):
    """Drops the indentation of templates: a third of a long page, and of no use to a browser.

    It changes the source of a template only, never the values that are put in.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source with each line at the margin."""
        return INDENT.sub("", source)


class Renderer:
    """The templates and the files that they name; one for the life of the process."""

    def __init__(self, files: Files) -> None:
        package = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
        self.env = Environment(
            loader=ChoiceLoader([FileSystemLoader(TEMPLATES), package]),
            autoescape=True,
            undefined=Strict,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n", Flat],
        )
        env: Any = self.env  # Jinja's types know only its own globals
        env.globals.update(files=files, styled="govuk.css" in files)
        env.install_null_translations(newstyle=True)

    def response(self, answer: Answer) -> HTMLResponse:
        """The page as HTML with its headers."""
        template = self.env.get_template(answer.template)
        return HTMLResponse(template.render(page=answer.page), answer.status, HEADERS)
