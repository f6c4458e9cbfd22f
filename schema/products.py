"""Products: what suppliers sell, and for which prices."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry.federation

from schema.declare import column, day, instant, many, money, one
from schema.lazy import CONTRACTS, DEALS, FRAMEWORKS, PRODUCTS, REVIEWS, SUPPLIERS
from schema.node import Node
from schema.orders import ContractOrder, DealOrder, OfferOrder, ReviewOrder
from schema.paging import Connection
from schema.prices import Tier, tiers
from schema.scalars import Basis, Money

if TYPE_CHECKING:
    from schema.contracts import Contract
    from schema.deals import Deal
    from schema.frameworks import Framework
    from schema.reviews import Review
    from schema.suppliers import Supplier


@strawberry.type(description="One price of a product.")
class Offer(Node):
    id: strawberry.ID = column(description="`off-…`.")
    lot: str | None = column(description="The framework lot's code.")
    price_min: Money | None = money(
        "priceMinE5", "currency", description="The least price without tax."
    )
    price_max: Money | None = money(
        "priceMaxE5", "currency", description="The highest price without tax."
    )
    gross_min: Money | None = money(
        "grossMinE5", "currency", description="The least price with tax; never derived."
    )
    gross_max: Money | None = money(
        "grossMaxE5", "currency", description="The highest price with tax; never derived."
    )
    setup_price: Money | None = money(
        "setupPriceE5", "currency", description="What is paid once at the start."
    )
    unit: str | None = column(description="What one price is for: user, instance, and so on.")
    interval: str | None = column(description="For how long it is paid: month, year; null: once.")
    min_quantity: int | None = column(description="The least quantity.")
    max_quantity: int | None = column(description="The largest quantity.")
    valid_from: date | None = column(description="The first day on which it holds.", convert=day)
    valid_to: date | None = column(description="The last day on which it holds.", convert=day)
    buyer_types: list[str] | None = column(description="Which types of body may use it; null: all.")
    regions: list[str] | None = column(description="In which regions; null: everywhere.")
    currency: str | None = column(description="ISO 4217 code of the prices.")
    tiers: list[Tier] | None = column(
        description="Prices by quantity, in the same currency; null: one price.", convert=tiers
    )
    public_from: datetime = column(description="Since when it is public.", convert=instant)
    basis: Basis = column(description="How the public time is known.", convert=Basis)
    source: str = column(description="The id of the data set that it comes from.")
    product: Annotated["Product", PRODUCTS] | None = one(description="Of what.")
    framework: Annotated["Framework", FRAMEWORKS] | None = one(
        description="The route on which it holds."
    )


@strawberry.federation.type(
    keys=["id"], description="What a supplier sells, in the words of the G-Cloud record."
)
class Product(Node):
    id: strawberry.ID = column(description="`prd-…`.")
    name: str | None = column(description="What it is called.")
    description: str | None = column(description="What it is.")
    features: list[str] | None = column(description="What it can do.")
    benefits: list[str] | None = column(description="What it is good for.")
    cpv: list[str] | None = column(description="CPV codes of what it is.")
    url: str | None = column(description="Where it is described.")
    source_code: str | None = column(description="Where its source is published.")
    licence: str | None = column(description="Under which licence.")
    version: str | None = column(description="Which version.")
    cloud_deployment_model: list[str] | None = column(
        description="public, private, community or hybrid cloud."
    )
    reselling_type: str | None = column(
        description="Whether its seller resells it, and what is added."
    )
    data_storage_and_processing_locations: list[str] | None = column(
        description="Where data are kept: uk, eea, privacy_shield, other."
    )
    public_sector_networks_types: list[str] | None = column(
        description="Which public sector networks it is connected to."
    )
    government_security_clearances: list[str] | None = column(
        description="Clearances of staff: dv, sc, bpss, none."
    )
    staff_security_clearance_checks: str | None = column(description="How staff are screened.")
    security_governance_standards: list[str] | None = column(
        description="Standards of security governance."
    )
    datacentre_security_standards: str | None = column(description="What the data centres keep to.")
    penetration_testing: str | None = column(description="How often it is tested for ways in.")
    penetration_testing_approach: list[str] | None = column(
        description="By whom it is tested for ways in."
    )
    access_restriction_testing: str | None = column(
        description="How often restrictions of access are tested."
    )
    user_authentication: list[str] | None = column(description="How users prove who they are.")
    management_access_authentication: list[str] | None = column(
        description="How managers prove who they are."
    )
    protection_of_data_at_rest: list[str] | None = column(
        description="How data at rest are protected."
    )
    data_protection_between_networks: list[str] | None = column(
        description="How data between networks are protected."
    )
    data_protection_within_network: list[str] | None = column(
        description="How data within its network are protected."
    )
    data_export_formats: list[str] | None = column(description="Formats of export.")
    data_import_formats: list[str] | None = column(description="Formats of import.")
    api_documentation_formats: list[str] | None = column(
        description="Formats of the documentation of its API."
    )
    service_interface_accessibility: str | None = column(
        description="Accessibility of its interface (WCAG)."
    )
    documentation_accessibility: str | None = column(
        description="Accessibility of its documentation (WCAG)."
    )
    web_chat_support_accessibility: str | None = column(
        description="Accessibility of its web chat (WCAG)."
    )
    email_or_ticketing_support_accessibility: str | None = column(
        description="Accessibility of its tickets (WCAG)."
    )
    email_or_ticketing_support: str | None = column(
        description="Support by e-mail or tickets: yes, yes_extra_cost, no."
    )
    web_chat_support: str | None = column(
        description="Support by web chat: yes, yes_extra_cost, no."
    )
    onsite_support: str | None = column(description="Support on site: yes, yes_extra_cost, no.")
    phone_support_availability: str | None = column(
        description="When support answers the telephone."
    )
    metrics_how: list[str] | None = column(description="How service metrics are given.")
    audit_buyers_actions: str | None = column(description="How buyers see what their users did.")
    how_long_system_logs_stored: str | None = column(description="How long system logs are kept.")
    secure_development: str | None = column(description="How secure development is proved.")
    service_add_on_type: str | None = column(
        description="Whether it is an add-on to another service."
    )
    education_pricing: bool | None = column(description="Whether there are prices for education.")
    free_version_trial_option: bool | None = column(
        description="Whether there is a free version or trial."
    )
    phone_support: bool | None = column(description="Whether there is support by telephone.")
    api: bool | None = column(description="Whether it has an API.")
    end_of_contract_data_extraction: str | None = column(
        description="How data are taken out at the end of a contract."
    )
    end_of_contract_process: str | None = column(
        description="What happens at the end of a contract."
    )
    data_export_how: str | None = column(description="How users export data.")
    public_from: datetime = column(description="Since when it is public.", convert=instant)
    basis: Basis = column(description="How the public time is known.", convert=Basis)
    source: str = column(description="The id of the data set that it comes from.")
    supplier: Annotated["Supplier", SUPPLIERS] | None = one(description="Who sells it.")
    offers: Connection[Offer] = many(OfferOrder, description="Its prices, newest first.")
    deals: Connection[Annotated["Deal", DEALS]] = many(
        DealOrder, description="Nationally negotiated prices, newest first."
    )
    reviews: Connection[Annotated["Review", REVIEWS]] = many(
        ReviewOrder, description="What buyers say of it, newest first."
    )
    contracts: Connection[Annotated["Contract", CONTRACTS]] = many(
        ContractOrder, description="Contracts that cover it, newest first."
    )
