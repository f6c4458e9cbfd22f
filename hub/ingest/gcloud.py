"""G-Cloud sales returns as they are published: a CSV whose heading alone tells what it is."""

from collections.abc import Mapping
from functools import cache

from hub.ingest.mapping import Mapping as TableMapping
from hub.ingest.mapping import shipped

NAME = "g-cloud-sales-returns"


@cache
def mapping() -> TableMapping:
    """The mapping that says which column is what."""
    return next(one for one in shipped() if one.name == NAME)


@cache
def where() -> Mapping[str, str]:
    """The heading over each target."""
    return {target: names[0] for target, names in mapping().written.items()}


@cache
def header() -> frozenset[str]:
    """The headings that make a file one of these."""
    return frozenset(where().values())
