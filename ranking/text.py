"""Words of needs and lines as the ranker sees them: folded, without stop-words and own names."""

from collections.abc import Iterable, Sequence

from graph.text import words

# A short list of our own: digits and "it" stay, for in sales lines they carry meaning.
STOP = frozenset(
    "a an and are as at be by for from has have in into is its of on or our per that the their"
    " this to via was we were will with".split()
)
Tokens = tuple[str, ...]


def tokens(text: str) -> Tokens:
    """The words that count, in order."""
    return tuple(word for word in words(text) if word not in STOP)


def name_words(names: Iterable[str]) -> frozenset[str]:
    """Every word of a supplier's names, and neighbours written as one word."""
    parts = [tokens(name) for name in names]
    return frozenset(
        "".join(part[i:j])
        for part in parts
        for i in range(len(part))
        for j in range(i + 1, len(part) + 1)
    )


def masked(text: Sequence[str], names: frozenset[str]) -> Tokens:
    """The words without those of a name: else a ranker learns to read who won."""
    return tuple(word for word in text if word not in names)
