"""`python -m tests.fuzz TARGET [-max_total_time=SECONDS …]`: fuzz until something is found.

Needs atheris (`make .venv/checks`, Linux on x86_64). Inputs that reach new code are kept in
`.hub/fuzz/TARGET`; what breaks a reader lies in the working folder as `crash-…`.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(  # pyright: ignore[reportAttributeAccessIssue]
    include=["hub.ingest", "hub.gateway.cost", "hub.gateway.limits", "ocdsmerge"]
):
    from tests.fuzz.targets import TARGETS

from tests.fuzz.seeds import corpus
from tests.tree import ROOT

KEPT = ROOT / ".hub" / "fuzz"
LIMITS = ("-timeout=20", "-rss_limit_mb=2048")


def main(words: list[str]) -> int:
    """2 on an unknown target; else it ends as libFuzzer does."""
    if not words or words[0] not in TARGETS:
        print(f"usage: python -m tests.fuzz {{{','.join(TARGETS)}}} [options]", file=sys.stderr)
        return 2
    folder = Path(KEPT, words[0])
    corpus(words[0], folder)
    options = [f"-dict={folder.with_suffix('.dict')}", *LIMITS, *words[1:]]
    atheris.Setup([sys.argv[0], *options, str(folder)], TARGETS[words[0]])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
