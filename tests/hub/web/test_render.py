"""Templates and files: mistakes in a template are loud, files are named by their content."""

import base64
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from jinja2 import UndefinedError
from starlette.applications import Starlette
from starlette.routing import Route

from hub.gateway.middleware import POLICY
from hub.web import assets
from hub.web.errors import of_status
from hub.web.files import Files
from hub.web.forms import Mistake, NeedForm
from hub.web.pages import home
from hub.web.render import Answer, Renderer
from ndx_client import HubFigures

NOTHING = HubFigures.model_validate(
    {
        "hub": {
            "version": "0",
            "dataUpTo": None,
            "sources": [],
            "sectors": [],
            "counts": {"buyers": 0, "suppliers": 0, "contracts": 0, "payments": 0},
        }
    }
)


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(Files())


def html(renderer: Renderer, answer: Answer) -> str:
    return bytes(renderer.response(answer).body).decode()


def test_a_misspelt_attribute_of_a_page_model_fails_and_macros_still_work(
    renderer: Renderer,
) -> None:
    @dataclass(frozen=True)
    class Page:
        title: str

    wrong = renderer.env.from_string("{{ page.titel }}")
    with pytest.raises(UndefinedError, match="Page has no titel"):
        wrong.render(page=Page("x"))
    assert "Page not found" in html(renderer, of_status(404))


def test_the_policy_names_the_hash_of_the_only_inline_script(renderer: Renderer) -> None:
    page = html(renderer, of_status(404))
    inline = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(inline) == 1
    digest = base64.b64encode(hashlib.sha256(inline[0].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in POLICY
    assert not re.search(r"\s(style|on[a-z]+)=", page)


def test_a_hub_without_data_says_how_to_load_some(renderer: Renderer) -> None:
    page = html(renderer, home.answer(NOTHING, NeedForm()))
    assert "No data is loaded yet" in page
    assert "hub demo" in page
    assert "What the hub knows" not in page


def test_what_was_entered_is_kept_and_escaped(renderer: Renderer) -> None:
    form = NeedForm(need="<b>&", sector="<i>", mistakes=(Mistake("sector", "no <i> here"),))
    answer = home.answer(NOTHING, form)
    page = html(renderer, answer)
    assert answer.status == 422
    assert "<title>Error: What do you need?" in page
    assert "&lt;b&gt;&amp;</textarea>" in page
    assert "<i>" not in page
    assert 'href="#sector"' in page
    assert 'id="sector-error"' in page


def test_a_fault_shows_its_reference_and_a_missing_page_none(renderer: Renderer) -> None:
    assert "abc123" in html(renderer, of_status(500, "abc123"))
    assert "abc123" not in html(renderer, of_status(404, "abc123"))


async def test_files_are_named_by_their_hash_and_kept_for_ever(tmp_path: Path) -> None:
    (tmp_path / "app.js").write_text("import './govuk.js'")
    (tmp_path / "govuk.js").write_text("1")
    (tmp_path / "notes.txt").write_text("not served")
    files = Files([tmp_path])
    app = httpx.ASGITransport(Starlette(routes=[Route("/assets/{name}", files.serve)]))
    async with httpx.AsyncClient(transport=app, base_url="http://hub") as client:
        script = await client.get(files.href("app.js"))
        plain = await client.get(files.href("govuk.js"), headers={"accept-encoding": "identity"})
        others = [await client.get(f"/assets/{name}") for name in ("notes.txt", "app.js")]
    assert re.fullmatch(r"/assets/app\.[0-9a-f]{10}\.js", files.href("app.js"))
    assert script.text == f"import '.{files.href('govuk.js').removeprefix('/assets')}'"
    assert script.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert script.headers["content-encoding"] == "gzip"
    assert plain.text == "1"
    assert [other.status_code for other in others] == [404, 404]


def test_pages_work_without_the_styles_that_npm_brings(tmp_path: Path) -> None:
    for name in ("hub.css", "favicon.svg", "app.js"):
        (tmp_path / name).write_text("")
    page = html(Renderer(Files([tmp_path])), of_status(404))
    assert "hub-plain" in page
    assert "govuk.css" not in page
    assert 'type="module"' not in page


def test_the_styles_are_served_without_the_typeface_of_gov_uk() -> None:
    css = (
        "a{font-family:GDS Transport,arial,sans-serif}/*! Copyright (c) 2011 by Margaret Calvert "
        "& Henrik Kubel. */@font-face{font-family:GDS Transport;src:url(/x.woff2)}b{c:d}"
        "\n/*# sourceMappingURL=govuk-frontend.min.css.map */\n"
    )
    assert assets.styles(css).strip() == "a{font-family:arial,sans-serif}b{c:d}"
    with pytest.raises(ValueError, match="GDS Transport"):
        assets.styles('a{font-family:"GDS Transport"}')
    assert assets.without_map("x;//# sourceMappingURL=y.js.map") == "x;"
