"""`--partition I/N`: which of N loaders side by side takes what, by a hash that never changes."""

import re
import zlib
from dataclasses import dataclass

from graph.errors import BadInput

WRITTEN = re.compile(r"(\d{1,4})/(\d{1,4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Part:
    """The `number`th (1 to `of`) of so many parts."""

    number: int
    of: int

    def takes(self, key: str) -> bool:
        """Whether this part has what has the key; the last part has "", what is not divided."""
        return zlib.crc32(key.encode("utf-8", "replace")) % self.of == self.number % self.of

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


def part_of(text: str) -> Part:
    """A part as a person writes it: 1/4 to 4/4; 0/4 is 4/4. Raises BadInput."""
    found = WRITTEN.fullmatch(text)
    number, of = (int(digits) for digits in found.groups()) if found else (0, 0)
    if not 0 <= number <= of or of < 1:
        raise BadInput(f"{text} is no part; write 1/4, 2/4, 3/4 and 4/4 for four loaders.")
    return Part(number or of, of)
