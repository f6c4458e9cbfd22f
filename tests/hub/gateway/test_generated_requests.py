"""Requests that schemathesis makes of the schema, against the fictional world in production."""

import os
import re
import subprocess
from collections.abc import Generator
from pathlib import Path

import pytest
from graphql import print_schema

from graph import embedded
from hub.gateway import valkey
from schema.build import schema
from tests.fixtures.served import variables
from tests.serving import served
from tests.tree import ROOT

# Its environment is its own: a plugin of it would be loaded in every run of our tests.
PROGRAM = ROOT / ".venv-conformance" / "bin" / "st"
HOOKS = Path(__file__).with_name("schemathesis_hooks.py")
CHECKS = "every_error_is_a_coded_refusal,response_schema_conformance"
CASES = re.compile(r"(\d+) generated")


@pytest.fixture(scope="module")
def program() -> Path:
    """The installed tool; without it the test is left out, but in CI it fails."""
    if not PROGRAM.exists():
        reason = "make conformance installs schemathesis"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return PROGRAM


@pytest.fixture(scope="module")
def production(demo_hub: str, demo_home: Path) -> Generator[str]:
    """A hardened gateway beside the hub that serves the fictional world, on its graph."""
    with embedded.start(demo_home) as graph, valkey.start(demo_home) as stores:
        assert graph.joined
        with served(demo_home, variables(graph, stores, "production")) as gateway:
            yield gateway.address


def test_no_generated_request_meets_a_server_error_or_an_answer_against_the_schema(
    production: str, program: Path, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    each, least = ("300", 5000) if pytestconfig.getoption("thorough") else ("20", 300)
    sdl = tmp_path / "schema.graphql"
    # as introspection has it: the SDL for routers names directives that no client sends
    sdl.write_text(print_schema(schema._schema))  # pyright: ignore[reportPrivateUsage]
    asked = ["run", sdl, "--url", f"{production}/graphql", "--checks", CHECKS]
    asked += ["--max-examples", each, "--generation-deterministic", "--no-shrink"]
    done = subprocess.run(
        [program, "--no-color", *asked, "--warnings", "off"],
        cwd=tmp_path,
        env={**os.environ, "SCHEMATHESIS_HOOKS": str(HOOKS)},
        capture_output=True,
        text=True,
        timeout=3600,
        check=False,
    )
    told = CASES.search(done.stdout)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr
    assert told, done.stdout
    assert int(told[1]) >= least
