"""A mapping as a file to edit: TOML with remarks for who has never seen one."""

import json
from collections.abc import Mapping, Sequence

from hub.ingest.guess import Guess

TOP = """\
# How to read {file}: made by `hub load --explain`. Read it through, mend what is wrong, then
#     hub load {file} --mapping {written}{fetched}
# What each key means: docs/loading.md.
"""
BUYER = """
[constants]
currency = "GBP"
# Who bought? No column says so: write the body here and take the # away.
# buyer = "Name of the council, department or trust"
"""


def as_toml(guess: Guess, file: str, written: str) -> str:
    """The file of a guess; `written` is its own name."""
    known = guess.public or "assumed" in guess.units
    fetched = "" if known else " --fetched DAY-OF-YOUR-COPY"
    parts = [
        TOP.format(file=_plain(file), written=_plain(written), fetched=fetched),
        f"name = {_text(guess.name)}  # keep it: the ids of the rows are made of it\n",
        f"record = {_text(guess.record)}\n",
        f"recognise = {_list(guess.recognise)}\n",
        *([f"key = {_list(guess.key)}\n"] if guess.key else []),
        f"public = {_list(guess.public)}\n",
        *_remarks("Not sure:", guess.unsure),
        _constants(guess),
        _table("units", guess.units),
        "\n[columns]\n",
        *(f"{target} = {_list([heading])}\n" for target, heading in guess.columns.items()),
        *_remarks("Kept as they are, beside what was bought:", guess.left),
        *_remarks("Left out, since they tell of persons:", guess.personal),
    ]
    return "".join(parts)


def extending(base: str, name: str, file: str, written: str, fetched: bool) -> str:
    """A file that takes over a mapping of the hub and adds who bought."""
    day = " --fetched DAY-OF-YOUR-COPY" if fetched else ""
    return (
        TOP.format(file=_plain(file), written=_plain(written), fetched=day)
        + f"extends = {_text(base)}\n"
        + f"name = {_text(name)}  # keep it: the ids of the rows are made of it\n"
        + BUYER
    )


def _constants(guess: Guess) -> str:
    if "buyer" not in guess.columns:
        return BUYER
    return "" if "currency" in guess.columns else '\n[constants]\ncurrency = "GBP"\n'


def _table(name: str, values: Mapping[str, str]) -> str:
    lines = "".join(f"{key} = {_text(value)}\n" for key, value in values.items())
    return f"\n[{name}]\n{lines}" if lines else ""


def _remarks(about: str, lines: Sequence[str]) -> list[str]:
    return [f"\n# {about}\n", *(f"#   {_plain(line)}\n" for line in lines)] if lines else []


def _list(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"


def _text(text: str) -> str:
    """A text in quotes; JSON's escapes are TOML's, but for one sign."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _plain(text: str) -> str:
    """A text that stays in its line and can't end a remark."""
    return "".join(c if c.isprintable() else " " for c in text)
