"""How OCDS arrays merge: which are replaced whole and which fields are dropped, by their names.

OCDS says it per path in its release schema; all paths that end alike have the same rule, so the
names say it all. A test compares every path of the schema and of the UK extension with this table.
"""

from functools import lru_cache

OMIT = "omitWhenMerged"
WHOLE = "wholeListMerge"
OMITTED = frozenset({("id",), ("date",), ("tag",), ("links",)})  # of the release itself
# Lists of objects without ids; lists of plain values are replaced whole without a rule.
REPLACED = frozenset(
    "additionalIdentifiers additionalClassifications roles locations languages relatedItems "
    "identifiers deliveryLocations deliveryAddresses additionalProcurementCategories "
    "submissionMethod changes rationaleClassifications specialRegime relationship "
    "buyerClassificationRestrictions buyerLocationRestrictions".split()
)
REPLACED_UNDER = frozenset({("details", "classifications"), ("exclusionGrounds", "criteria")})


@lru_cache(maxsize=1 << 16)
def rule(path: tuple[str, ...], default: str | None = None) -> str | None:
    """omitWhenMerged, wholeListMerge or the default."""
    if path in OMITTED:
        return OMIT
    whole = path[-1] in REPLACED or path[-2:] in REPLACED_UNDER
    return WHOLE if whole else default


class Rules(dict[tuple[str, ...], str]):
    """Answers ocdsmerge's look-up of a path; holds nothing itself."""

    # The cached function itself: it is asked for every value of every release.
    get = staticmethod(rule)  # pyright: ignore[reportAssignmentType]


RULES = Rules()
