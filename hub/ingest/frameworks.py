"""Frameworks: the one form of a code that many publishers write, and the id that is made of it."""

import re

from graph.ids import make_id

# Two or three letters, then a long number with parts: RM1557.14, rm 6100, RM1557xiv. Names, such as
# Lamps 3, and ocids are none.
CODE = re.compile(r"([A-Za-z]{2,3}) ?(\d{3,}(?:[./-]?[A-Za-z0-9]+)*)")


def code_of(text: str) -> str:
    """A code in capitals without a gap; anything else as it is written, white space made plain."""
    plain = " ".join(text.split())
    found = CODE.fullmatch(plain)
    return "".join(found.groups()).upper() if found else plain


def id_of(code: str) -> str:
    """The id of a framework, whoever tells of it and in whatever case."""
    return make_id("fwk", code_of(code))
