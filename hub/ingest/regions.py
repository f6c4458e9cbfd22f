"""Regions of the United Kingdom: the first level of NUTS, whose letters ITL took over.

The twelve names and letters are those of Regulation (EC) No 1059/2003 and of the Office for
National Statistics (Open Government Licence v3.0). Notices state regions as NUTS codes (`UKD72`),
so these are the codes that are stored; an ITL code (`TLD72`) is the same place.
"""

from collections.abc import Mapping

from graph.text import fold

NAMES: Mapping[str, str] = {
    "UKC": "North East",
    "UKD": "North West",
    "UKE": "Yorkshire and The Humber",
    "UKF": "East Midlands",
    "UKG": "West Midlands",
    "UKH": "East of England",
    "UKI": "London",
    "UKJ": "South East",
    "UKK": "South West",
    "UKL": "Wales",
    "UKM": "Scotland",
    "UKN": "Northern Ireland",
}
CODES: Mapping[str, str] = {fold(name): code for code, name in NAMES.items()}


def code_of(name: str) -> str | None:
    """The code of a region by its name; None for any other text."""
    return CODES.get(fold(name))
