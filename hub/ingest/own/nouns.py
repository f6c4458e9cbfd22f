"""The nouns of the hub's own files: fields, references, and the labels that they become."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import LiteralString

from hub.ingest.own.fields import INTERVALS, UNITS, Field
from hub.ingest.own.kinds import chosen, fields
from hub.ingest.own.products import PRODUCT
from hub.ingest.own.references import owner


@dataclass(frozen=True, slots=True)
class Noun:
    """What a record can tell of.

    `bodies`: field → type of the edge from the organisation, and its role. `product`, `contract`,
    `framework`: whether it may refer to one. `needed`: references that must be there. `spans`:
    pairs of fields of which the first can't be after or above the second.
    """

    name: str
    prefix: str
    label: LiteralString
    fields: tuple[Field, ...]
    bodies: Mapping[str, tuple[LiteralString, str]]
    refers: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    spans: tuple[tuple[str, str], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that a record of it can fill and a later one can change."""
        return tuple(field.column for field in self.fields)


PRICE = (
    *fields(
        priceMin="money*",
        priceMax="money",
        grossMin="money",
        grossMax="money",
        setupPrice="money",
        currency="currency",
        tiers="tiers",
        minQuantity="whole",
        maxQuantity="whole",
        buyerTypes="texts",
        regions="texts",
    ),
    chosen("unit", UNITS, required=True),
    chosen("interval", INTERVALS),
)
RISING = (("priceMin", "priceMax"), ("grossMin", "grossMax"), ("minQuantity", "maxQuantity"))
VALID = ("validFrom", "validTo")
TERM = ("startsOn", "endsOn")
RATINGS = ("good", "approaching_target", "requires_improvement", "inadequate", "other")
CALL_OFF = chosen("callOff", ("competition", "direct"), many=True)

NOUNS: Mapping[str, Noun] = {
    noun.name: noun
    for noun in (
        Noun(
            "product",
            "prd",
            "Product",
            PRODUCT,
            {"supplier": ("SELLS", "supplier"), "resells": ("MAKES", "supplier")},
            needed=("supplier",),
        ),
        Noun(
            "offer",
            "off",
            "Offer",
            (*PRICE, *fields(validFrom="day", validTo="day")),
            {},
            ("product", "framework"),
            ("product",),
            (*RISING, VALID),
        ),
        Noun(
            "framework",
            "fwk",
            "Framework",
            (
                *fields(name="text*", url="code"),
                Field("owner", "body", owner, "owner"),
                chosen("kind", ("closed", "open", "dynamic_market", "purchasing_system")),
                chosen("status", ("upcoming", "active", "expired", "cancelled")),
                *fields(startsOn="day", endsOn="day", extendsTo="day"),
                *fields(buyerTypes="texts", regions="texts"),
                CALL_OFF,
            ),
            {},
            spans=(TERM, ("endsOn", "extendsTo")),
        ),
        Noun(
            "lot",
            "fwl",
            "FrameworkLot",
            (
                *fields(name="text*", description="long text", cpv="codes"),
                *fields(maxMonths="whole", extensionMonths="whole"),
                CALL_OFF,
            ),
            {},
        ),
        Noun(
            "deal",
            "dea",
            "Deal",
            (*fields(name="text*", validFrom="day*", validTo="day*"), *PRICE),
            {"negotiator": ("NEGOTIATED", "buyer")},
            ("product", "framework"),
            ("product",),
            (*RISING, VALID),
        ),
        Noun(
            "claim",
            "clm",
            "Claim",
            (
                *fields(scheme="code*", number="code", issuer="text", scope="text", level="text"),
                *fields(evidence="code", validFrom="day*", validTo="day"),
            ),
            {"supplier": ("HOLDS", "supplier")},
            ("product",),
            ("supplier",),
            (VALID,),
        ),
        Noun(
            "exclusion",
            "exc",
            "Exclusion",
            (
                chosen("status", ("debarred", "excluded", "excludable"), required=True),
                *fields(mandatory="yes/no", ground="text*", decidedBy="text", evidence="code"),
                *fields(overrideRationale="long text", validFrom="day*", validTo="day"),
            ),
            {"supplier": ("FACES", "supplier")},
            needed=("supplier",),
            spans=(VALID,),
        ),
        Noun(
            "review",
            "rev",
            "Review",
            (
                *fields(rating="stars*", delivery="stars", support="stars", value="stars"),
                *fields(accessibility="stars", exit="stars", title="text", role="text"),
                *fields(text="long text", writtenOn="day", repliedOn="day", reply="long text"),
            ),
            {"by": ("WROTE", "buyer")},
            ("contract", "product"),
            ("by", "contract"),
            (("writtenOn", "repliedOn"),),
        ),
        Noun(
            "kpi",
            "kpi",
            "Kpi",
            fields(name="text*", description="text", target="text", unit="text"),
            {},
            ("contract",),
            ("contract",),
        ),
        Noun(
            "assessment",
            "asm",
            "Assessment",
            (
                chosen("rating", RATINGS, required=True),
                *fields(periodFrom="day", periodTo="day", assessedOn="day"),
                *fields(description="long text"),
            ),
            {},
            ("contract", "kpi"),
            ("contract",),
            (("periodFrom", "periodTo"),),
        ),
        Noun(
            "failure",
            "fai",
            "Failure",
            (
                *fields(description="long text*", requirement="text", penalty="money"),
                *fields(currency="currency", decidedOn="day", penaltyOn="day"),
                chosen("penaltyType", ("contracted", "imposed", "negotiated")),
            ),
            {},
            ("contract",),
            ("contract",),
        ),
        Noun(
            "adoption",
            "ado",
            "Adoption",
            (
                *fields(quantity="whole", price="money", currency="currency"),
                *fields(startsOn="day", endsOn="day"),
                chosen("unit", UNITS),
                chosen("interval", INTERVALS),
            ),
            {},
            ("contract", "product", "replaces"),
            ("contract", "product"),
            (TERM,),
        ),
        Noun(
            "pilot",
            "pil",
            "Pilot",
            (
                chosen(
                    "stage",
                    ("trial", "proof_of_concept", "test_and_learn", "pilot"),
                    required=True,
                ),
                chosen("outcome", ("scaled", "extended", "stopped")),
                *fields(budget="money", spent="money", currency="currency", text="long text"),
                *fields(startsOn="day*", endsOn="day"),
            ),
            {"buyer": ("RAN", "buyer")},
            ("product", "contract"),
            ("buyer", "product"),
            (TERM,),
        ),
        Noun(
            "need",
            "ned",
            "Need",
            (
                *fields(title="text*", text="long text", cpv="codes", budget="money"),
                *fields(currency="currency", region="text", startsOn="day", mustHaves="texts"),
                chosen(
                    "reservedFor",
                    ("sme", "vcse", "supported_employment", "mutual", "local"),
                    many=True,
                ),
            ),
            {"buyer": ("LOOKS_FOR", "buyer")},
            ("framework", "contract"),
            ("buyer",),
        ),
    )
}
