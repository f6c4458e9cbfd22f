"""Apollo's compatibility suite as npm has it: its tests unchanged, each checked by its sum."""

import os
import re
import subprocess
from pathlib import Path

from hub.gateway.assets import fetch
from tests.fixtures.routers import ROUTER
from tests.tree import ROOT

PACKAGE = "@apollo/federation-subgraph-compatibility-tests@1.2.1"
TESTS = {
    "composeDirective": "1401b148fde0f5b524eb3649cfeb43eaa42ff3fad5e3f83d293de84b13932071",
    "ftv1": "33911cc2251e16988defa28ef84491586caa773dc126180654edc279b01d366b",
    "inaccessible": "942c162eefdec3b9e75b2139db2fb4a9ad60fe9a3192e6ea22b0eb30d0728e72",
    "interfaceObject": "daa6f9561e5c084b9028b7628bbc8fe3d98d9c514ffde0b46bf54a258e759ad9",
    "introspection": "eb2519a2e5fdcc549078d8a114e14006d9cfe376c6039bc3c5dfff6c0909770a",
    "key": "d9664a118dbbf76e04132fe6de999dfbdfefaabb76d2a38555ffc163aecf992b",
    "link": "eda6f6cee55014ce3d1fb646721d930d62963aea9729f09c13f2d1bed28f3259",
    "override": "5b36ff83d26d1594d74eb16e0df860061dd632be5f7a5a7eaadf2fd8e7202b95",
    "provides": "b21ffbf020f8a6dbcfa6368f2817b8df57de4596e056b0525f766eef1f0e0628",
    "requires": "e85b2f209c0cd8674a3f066e8c7e3971bd23f618b9921a2365e9357bc713ba9a",
    "shareable": "68ef65b7457f8f64ca08904b2ec758eea4404f133a405d82d0720463ee5ba043",
    "tag": "16f7130fc3c3a57d50337ea7d2f69b6199a19e618766ebeba338e62388ea6aa5",
}
FILES = {f"dist/tests/{name}.test.js": sum for name, sum in TESTS.items()} | {
    "dist/utils/client.js": "d24bbe421c79bb96f28e7ab5af21ed0e29cc5440ac190d4c05d10c293713e381",
    "dist/utils/schemaComparison.js": (
        "4368c32f9c13a4d9134431fb5eb036f93eb742023681a0b7a0f740c736f87197"
    ),
    "products.graphql": "6d8ebb2b283a2fa2574ba1b16c8977d6e259abffd0563fb485d8b31f8c9799e2",
}
# What stands in for the rest of the package: a log that is not read, and node's own `fetch`, with
# the router where this run has it.
STAND_INS = {
    "dist/utils/logging.js": "exports.infoLog = () => {};",
    "node_modules/make-fetch-happen/index.js": (
        'const placed = { "http://localhost:4000/": process.env.ROUTER_URL };'
        "module.exports = (url, init) => fetch(placed[url] ?? url, init);"
    ),
}


def unpacked(folder: Path) -> Path:
    """The suite in a folder. Raises Unavailable, or Internal when a file is not what it was."""
    texts = {path: text.encode() for path, text in STAND_INS.items()}
    for path, content in (fetch(PACKAGE, FILES) | texts).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


def results(suite: Path, products: str, router: str) -> list[tuple[str, bool]]:
    """The name of each of the suite's tests, and whether it passes."""
    files = [str(suite / path) for path in FILES if path.endswith(".test.js")]
    runner = str(ROOT / "tests" / "compatibility" / "run.mjs")
    modules = str(ROUTER / "node_modules")
    environ = {"PRODUCTS_URL": products, "ROUTER_URL": router, "NODE_PATH": modules}
    command = ["node", "--test-reporter=tap", runner, modules, *files]
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **environ}, check=False
    )
    return told(done.stdout)


def told(report: str) -> list[tuple[str, bool]]:
    """The tests of a TAP report; what groups them is left out."""
    blocks = re.findall(
        r"^( *)(ok|not ok) \d+ - ([^\n]+)\n\1  ---\n(.*?)^\1  \.\.\.$", report, re.M | re.S
    )
    return [(name, said == "ok") for _, said, name, more in blocks if "type: 'suite'" not in more]
