"""The table of OCDS paths: which values of a release become fields of the graph, and when.

`python -m hub.ingest.ocdspaths` writes it as docs/ocds-fields.md. What no row takes is raw only.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hub.ingest.telling import (
    When,
    actual,
    always,
    choosing,
    classed,
    coded,
    deprecated,
    deprecated_unidentified,
    first_metric,
    kept_identifier,
    made_supplier,
    named,
    notice,
    numbered,
    of_region,
    party_id,
    placed,
    reference_id,
    role_kept,
    target,
    target_value,
    titled,
    unidentified,
    unnamed,
)

HEAD = """# Which OCDS fields the graph takes

Made by `python -m hub.ingest.ocdspaths` from the table that the ledger of a load counts by; do not
edit. Every path that is not here is *raw only*: it stays in `Release.raw`, as published but for
personal data. `*` is each member of a list.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A path, the field that takes its value, and when it does."""

    path: str
    field: str
    when: When = always


def _at(path: str, label: str, fields: str, when: When = always) -> Iterator[Row]:
    """Rows of an object's fields, written as `name` or `name=column`."""
    for text in fields.split():
        name, _, column = text.partition("=")
        yield Row(f"{path}/{name}".lstrip("/"), f"{label}.{column or name}", when)


def _value(path: str, label: str, name: str = "value", column: str = "valueE5") -> Iterator[Row]:
    gross = column.replace("valueE5", "grossE5").replace("penaltyE5", "penaltyGrossE5")
    yield from _at(f"{path}/{name}", label, f"amount={column} amountGross={gross} currency")


def _classes(path: str, label: str, column: str, when: When = always) -> Iterator[Row]:
    for name in ("classification", "additionalClassifications/*"):
        fields = f"scheme={column} id={column} description={column}"
        yield from _at(f"{path}/{name}", label, fields, when)


def _coded(
    path: str, label: str, column: str, when: When = coded, alone: When = unidentified
) -> Iterator[Row]:
    """Classifications kept as `scheme id`; `alone`: when the description stands for the id."""
    yield from _at(path, label, f"scheme={column} id={column}", when)
    yield Row(f"{path}/description", f"{label}.{column}", alone)


def _items(path: str, label: str) -> Iterator[Row]:
    yield from _at(f"{path}/items/*", label, "id=itemClasses relatedLot=itemClasses", classed)
    yield from _classes(f"{path}/items/*", label, "itemClasses")


def _offered(path: str, label: str) -> Iterator[Row]:
    """Terms of a lot or award."""
    term = "startDate=startsOn endDate=endsOn maxExtentDate=extendsTo durationInMonths=months"
    yield from _at(f"{path}/contractPeriod", label, term)
    yield from _at(path, label, "hasRenewal hasOptions")
    yield Row(f"{path}/renewal/description", f"{label}.renewal")
    yield Row(f"{path}/options/description", f"{label}.options")


def _mention(path: str) -> Iterator[Row]:
    """What tells who a party is, or a reference that is all there is of one."""
    yield Row(f"{path}/name", "Mention.name", named)
    yield Row(f"{path}/name", "BOUGHT, SUPPLIED", choosing)
    yield Row(f"{path}/identifier/legalName", "Mention.name", unnamed)
    for inner in ("identifier", "additionalIdentifiers/*"):
        yield Row(f"{path}/{inner}/scheme", "Mention.identifiers", numbered)
        yield Row(f"{path}/{inner}/id", "Mention.identifiers", kept_identifier)
    yield from _at(f"{path}/address", "Mention", "postalCode=place locality=place", placed)


def _body(path: str) -> Iterator[Row]:
    """A party of a contract."""
    yield from _mention(path)
    yield Row(f"{path}/address/region", "BOUGHT.region, SUPPLIED.region", of_region)
    yield Row(f"{path}/roles/*", "roles of BOUGHT and SUPPLIED, TAKES_PART.role", role_kept)
    fields = "scale vcse shelteredWorkshop=supportedEmployment"
    fields += " publicServiceMissionOrganization=mutual"
    yield from _at(f"{path}/details", "SUPPLIED", fields, made_supplier)
    excluded = f"{path}/details/excludedSupplier"
    yield Row(f"{excluded}/awardRationale", "SUPPLIED.excludedRationale", made_supplier)
    grounds = f"{excluded}/exclusionGrounds/criteria/*/type"
    yield Row(grounds, "SUPPLIED.exclusionGrounds", made_supplier)


def _notices(path: str) -> Iterator[Row]:
    yield Row(f"{path}/documents/*/id", "Notice.reference", notice)
    fields = "noticeType=type documentType description datePublished=publishedOn url"
    yield from _at(f"{path}/documents/*", "Notice", fields, notice)


def _amendments(path: str) -> Iterator[Row]:
    for name in ("amendments", "proposedAmendments"):
        at = f"{path}/{name}/*"
        fields = "id=reference date=amendedOn description rationale aboveThreshold hasRenewal"
        yield from _at(at, "Amendment", fields)
        yield from _coded(f"{at}/rationaleClassifications/*", "Amendment", "rationales")
        yield from _at(f"{at}/value", "Amendment", "amount=valueE5 currency")
        yield from _at(f"{at}/period", "Amendment", "startDate=startsOn endDate=endsOn")


def _metrics(path: str) -> Iterator[Row]:
    yield Row(f"{path}/id", "Kpi.reference")
    yield from _at(path, "Kpi", "title=name description", first_metric)
    seen = f"{path}/observations/*"
    yield from _at(seen, "Assessment", "id=reference notes=description", actual)
    rated = "id=rating description=ratingText"
    yield from _at(f"{seen}/measureClassification", "Assessment", rated, actual)
    days = "startDate=periodFrom endDate=periodTo"
    yield from _at(f"{seen}/period", "Assessment", days, actual)
    yield Row(f"{seen}/measure", "Assessment.measure, Kpi.target", target)
    yield Row(f"{seen}/unit/name", "Assessment.unit, Kpi.unit", target)
    money = "amount=valueE5 currency"
    yield from _at(f"{seen}/value", "Assessment", money, actual)
    yield from _at(f"{seen}/value", "Kpi", "amount=target currency=target", target_value)


def _performance(path: str) -> Iterator[Row]:
    yield from _metrics(f"{path}/agreedMetrics/*")
    yield from _metrics(f"{path}/implementation/metrics/*")
    at = f"{path}/implementation/performanceFailures/*"
    fields = "id=reference requirement description category events decisionDate=decidedOn "
    fields += "penaltyDate=penaltyOn penaltyType penaltyTypeEntered=penaltyBasis penaltyContracted "
    fields += "penaltyImposed penaltyPaid partialTermination"
    yield from _at(at, "Failure", fields)
    yield Row(f"{at}/suppliers/*/id", "RESPONSIBLE", reference_id)
    yield from _mention(f"{at}/suppliers/*")
    yield from _at(f"{at}/period", "Failure", "startDate=periodFrom endDate=periodTo")
    yield from _value(at, "Failure", "penaltyValue", "penaltyE5")


def _tender() -> Iterator[Row]:
    at, label = "tender", "Procurement"
    fields = "id=reference title description status statusDetails procurementMethod=method "
    fields += "procurementMethodDetails=methodDetails mainProcurementCategory=mainCategory "
    fields += "procurementMethodRationale=methodRationale aboveThreshold "
    fields += "finalStatusDate=finalStatusOn specialRegime/*=specialRegimes coveredBy/*=coveredBy"
    yield from _at(at, label, fields)
    yield from _value(at, label)
    yield Row(f"{at}/minValue/amount", f"{label}.minValueE5")
    yield from _at(f"{at}/legalBasis", label, "scheme=legalScheme id=legalId")
    rationales = f"{at}/procurementMethodRationaleClassifications/*"
    yield from _coded(rationales, label, "methodRationales")
    yield from _classes(at, label, "classes")
    yield from _items(at, label)
    techniques = "hasFrameworkAgreement=hasFramework hasDynamicPurchasingSystem=hasDynamicMarket"
    yield from _at(f"{at}/techniques", label, techniques)
    fields = "type=frameworkType method=frameworkMethod isOpenFrameworkScheme=openFramework "
    fields += "openFrameworkSchemeEndDate=openFrameworkUntil maximumParticipants=frameworkMost "
    fields += "periodRationale=frameworkRationale"
    yield from _at(f"{at}/techniques/frameworkAgreement", label, fields)
    yield from _at(at, label, "riskDetails=risks expressionOfInterestDeadline=expressionsUntil")
    days = "startDate=tendersFrom endDate=tendersUntil"
    yield from _at(f"{at}/tenderPeriod", label, days)
    yield Row(f"{at}/enquiryPeriod/endDate", f"{label}.enquiriesUntil")
    term = "startDate=startsOn endDate=endsOn maxExtentDate=extendsTo"
    yield from _at(f"{at}/contractPeriod", label, term)
    yield from _at(f"{at}/suitability", label, "sme=suitsSme vcse=suitsVcse")
    yield Row(f"{at}/procuringEntity/id", "Mention.id", reference_id)
    yield from _body(f"{at}/procuringEntity")


def _parts() -> Iterator[Row]:
    lot = "tender/lots/*"
    yield from _at(lot, "Lot", "id=reference title description status")
    yield from _value(lot, "Lot")
    yield from _offered(lot, "Lot")
    yield from _at(f"{lot}/suitability", "Lot", "sme=suitsSme vcse=suitsVcse")
    award = "awards/*"
    fields = "id=reference title description status date=awardedOn finalStatusDate=finalStatusOn "
    fields += "statusDetails mainProcurementCategory=mainCategory aboveThreshold relatedLots/*=lots"
    yield from _at(award, "Award", fields)
    yield Row(f"{award}/assessmentSummariesDateSent", "Award.summariesSentOn")
    standstill = "startDate=standstillFrom endDate=standstillUntil"
    yield from _at(f"{award}/standstillPeriod", "Award", standstill)
    yield from _value(award, "Award")
    yield from _offered(award, "Award")
    yield from _items(award, "Award")
    yield Row("awards/*/suppliers/*/id", "SUPPLIED", reference_id)
    yield from _body("awards/*/suppliers/*")


def _contract() -> Iterator[Row]:
    at, label = "contracts/*", "Contract"
    fields = "id=reference awardID=award title description status statusDetails "
    fields += "dateSigned=signedOn aboveThreshold noAgreedMetricsRationale=noMetricsRationale "
    fields += "hasRenewal hasOptions"
    yield from _at(at, label, fields)
    yield from _value(at, label)
    term = "startDate=startsOn endDate=endsOn maxExtentDate=extendsTo durationInMonths=months"
    yield from _at(f"{at}/period", label, term)
    yield Row(f"{at}/renewal/description", f"{label}.renewal")
    yield Row(f"{at}/options/description", f"{label}.options")
    done = "endDate=endedOn endDateDetails=endedHow finalValueDetails=finalHow"
    yield from _at(f"{at}/implementation", label, done)
    final = "amount=finalE5 amountGross=finalGrossE5 currency=finalCurrency"
    yield from _at(f"{at}/implementation/finalValue", label, final)
    column = "terminationRationales"
    yield from _coded(f"{at}/terminationRationaleClassifications/*", label, column)
    one = f"{at}/terminationRationaleClassification"
    yield from _coded(one, label, column, deprecated, deprecated_unidentified)
    yield from _items(at, label)


def _rows() -> Iterator[Row]:
    yield from _at("", "Release", "ocid id=reference date=publicFrom")
    yield from _at("", "Procurement", "title description", titled)
    related = "relationship/*=related scheme=related identifier=related title=related"
    yield from _at("relatedProcesses/*", "Procurement", related)
    yield Row("parties/*/id", "SUPPLIED, BOUGHT, Mention.identifiers", party_id)
    yield from _body("parties/*")
    yield Row("buyer/id", "BOUGHT", reference_id)
    yield from _body("buyer")
    yield from _tender()
    yield from _parts()
    yield from _contract()
    missing = "noEngagementNoticeRationale=noEngagementRationale"
    yield from _at("planning", "Procurement", missing)
    for section in ("planning", "tender", "awards/*", "contracts/*"):
        yield from _notices(section)
    for section in ("tender", "awards/*", "contracts/*"):
        yield from _amendments(section)
    yield from _performance("contracts/*")


ROWS: tuple[Row, ...] = tuple(_rows())


def by_path(rows: Iterable[Row] = ROWS) -> Mapping[str, tuple[Row, ...]]:
    """The rows of each path; a value is taken when one of them takes it."""
    found: dict[str, tuple[Row, ...]] = {}
    for row in rows:
        found[row.path] = (*found.get(row.path, ()), row)
    return found


def table() -> str:
    """The page, Markdown."""
    lines = [HEAD, "| path | field | when |\n|---|---|---|"]
    for path, rows in sorted(by_path().items()):
        fields = ", ".join(dict.fromkeys(f"`{row.field}`" for row in rows))
        whens = [" ".join((row.when.__doc__ or "").split()) for row in rows]
        lines.append(f"| `{path}` | {fields} | {' or '.join(dict.fromkeys(whens))} |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    print(table(), end="")
