"""One normaliser for names and words, shared by identity, full-text search and retrieval."""

import re
import unicodedata
from functools import lru_cache

WORDS = re.compile(r"[^\W_]+")  # letters of every script, or names in Greek would all be alike
INSIDE = re.compile(r"(?<=\w)['’.](?=\w)")
# Equal meanings of the parts of a firm's name (cases.md W5); the legal form stays part of the key.
SAME: dict[str, str] = {
    "ltd": "limited",
    "co": "company",
    "cos": "companies",
    "corp": "corporation",
    "inc": "incorporated",
    "dept": "department",
    "govt": "government",
}


def fold(text: str) -> str:
    """Lower case without accents; `&` is "and"; white space collapsed."""
    if text.isascii():  # then there is nothing to decompose
        return " ".join(text.replace("&", " and ").lower().split())
    plain = unicodedata.normalize("NFKD", text.replace("&", " and "))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(kept.casefold().split())


def words(text: str) -> list[str]:
    """The words of a text in order, folded; letters and digits only."""
    return WORDS.findall(fold(text))


@lru_cache(maxsize=1 << 14)  # every release of a body names it again
def name_key(name: str) -> str:
    """Names with the same key are spelt alike: `X & Co. Ltd` and `X and Company Limited`.

    Apostrophes and dots inside a word close up (`St. John's` → `st johns`, `p.l.c.` → `plc`).
    """
    closed = INSIDE.sub("", fold(name))
    found: list[str] = WORDS.findall(closed)
    return " ".join(SAME.get(word, word) for word in found)
