"""The programs of docs/first-query.md and docs/client.md run, and tell the same."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.tree import ROOT

PAGE = (ROOT / "docs" / "first-query.md").read_text()
CLIENT = (ROOT / "docs" / "client.md").read_text()
ADDRESS = "http://127.0.0.1:8000/graphql"
QUERY = "{ contracts(first: 3) { nodes { title buyer { name } value { amount currency } } } }"


def program(page: str, language: str) -> str:
    """The one program of a page in a language."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)
    assert ADDRESS in found
    return found


def told(hub: str, command: list[str], text: str, file: Path) -> str:
    """What a program writes, asked of this hub."""
    file.write_text(text.replace(ADDRESS, f"{hub}/graphql"))
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([*command, str(file)], capture_output=True, text=True, env=environ)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def newest(demo_hub: str) -> list[Any]:
    """The answer, asked without any of the programs."""
    answer = httpx.post(f"{demo_hub}/graphql", json={"query": QUERY}, timeout=30, trust_env=False)
    nodes = answer.json()["data"]["contracts"]["nodes"]
    assert len(nodes) == 3
    return nodes


@pytest.fixture(scope="module")
def lines(newest: list[Any]) -> str:
    """What the programs say of it."""
    return "".join(f"{one['title']}, bought by {one['buyer']['name']}\n" for one in newest)


def test_with_curl(demo_hub: str, newest: list[Any], tmp_path: Path) -> None:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    said = told(demo_hub, ["sh"], program(PAGE, "sh"), tmp_path / "first.sh")
    assert json.loads(said) == {"data": {"contracts": {"nodes": newest}}}


def test_with_python(demo_hub: str, lines: str, tmp_path: Path) -> None:
    said = told(demo_hub, [sys.executable], program(PAGE, "python"), tmp_path / "first.py")
    assert said == lines


def test_with_javascript(demo_hub: str, lines: str, tmp_path: Path) -> None:
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    assert told(demo_hub, ["node"], program(PAGE, "js"), tmp_path / "first.mjs") == lines


def test_the_page_of_the_client_pages_through_all(demo_hub: str, tmp_path: Path) -> None:
    said = told(demo_hub, [sys.executable], program(CLIENT, "python"), tmp_path / "all.py")
    query = '{ contracts(where: { title: { contains: "data" } }) { totalCount } }'
    answer = httpx.post(f"{demo_hub}/graphql", json={"query": query}, timeout=30, trust_env=False)
    assert len(said.splitlines()) == answer.json()["data"]["contracts"]["totalCount"] > 0
