"""What every page says about the data behind it: up to when, from where, whether it is real."""

from dataclasses import dataclass
from typing import Self

from hub.web import wording
from ndx_client import DataNotice


@dataclass(frozen=True, slots=True)
class Notice:
    """The line at the end of a page and the phase banner above it."""

    data_up_to: str
    sources: tuple[str, ...]
    fictional: bool
    partly_fictional: bool

    @classmethod
    def of(cls, hub: DataNotice) -> Self:
        """From what the hub says about its data."""
        invented = [source.fictional for source in hub.sources]
        return cls(
            data_up_to=wording.day(hub.data_up_to) if hub.data_up_to else "",
            sources=tuple(source.name for source in hub.sources),
            fictional=bool(invented) and all(invented),
            partly_fictional=any(invented) and not all(invented),
        )
