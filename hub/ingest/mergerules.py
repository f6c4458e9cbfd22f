"""How OCDS arrays merge: which are replaced whole and which fields are dropped, by their names.

OCDS says it per path in its release schema; all paths that end alike have the same rule, so the
names say it all. A test compares every path of the schema and of the UK extension with this table.
"""

from collections.abc import Sequence

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


class Rules(dict[tuple[str, ...], str]):
    """Answers ocdsmerge's look-up of a path; holds nothing itself."""

    def get(self, path: Sequence[str], default: str | None = None) -> str | None:  # type: ignore[override]
        """omitWhenMerged, wholeListMerge or the default."""
        if tuple(path) in OMITTED:
            return OMIT
        whole = path[-1] in REPLACED or tuple(path[-2:]) in REPLACED_UNDER
        return WHOLE if whole else default


RULES = Rules()
