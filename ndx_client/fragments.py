from datetime import date, datetime
from decimal import Decimal
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .enums import Basis


class AmendmentDetails(BaseModel):
    id: str
    reference: str
    section: str
    holder: Optional[str]
    proposed: bool
    amended_on: Optional[date] = Field(alias="amendedOn")
    description: Optional[str]
    rationale: Optional[str]
    rationales: Optional[list[str]]
    value: Optional["AmendmentDetailsValue"]
    starts_on: Optional[date] = Field(alias="startsOn")
    ends_on: Optional[date] = Field(alias="endsOn")
    above_threshold: Optional[bool] = Field(alias="aboveThreshold")
    has_renewal: Optional[bool] = Field(alias="hasRenewal")
    public_from: datetime = Field(alias="publicFrom")
    basis: Basis
    source: str
    procurement: Optional["AmendmentDetailsProcurement"]
    contract: Optional["AmendmentDetailsContract"]


class AmendmentDetailsValue(BaseModel):
    amount: Decimal
    currency: str


class AmendmentDetailsProcurement(BaseModel):
    id: str
    title: Optional[str]


class AmendmentDetailsContract(BaseModel):
    id: str
    title: Optional[str]


class AssessmentDetails(BaseModel):
    id: str
    reference: str
    rating: Optional[str]
    code: Optional[str]
    rating_text: Optional[str] = Field(alias="ratingText")
    measure: Optional[str]
    unit: Optional[str]
    value: Optional["AssessmentDetailsValue"]
    description: Optional[str]
    period_from: Optional[date] = Field(alias="periodFrom")
    period_to: Optional[date] = Field(alias="periodTo")
    assessed_on: Optional[date] = Field(alias="assessedOn")
    public_from: datetime = Field(alias="publicFrom")
    basis: Basis
    source: str
    contract: Optional["AssessmentDetailsContract"]
    kpi: Optional["AssessmentDetailsKpi"]


class AssessmentDetailsValue(BaseModel):
    amount: Decimal
    currency: str


class AssessmentDetailsContract(BaseModel):
    id: str
    title: Optional[str]


class AssessmentDetailsKpi(BaseModel):
    id: str
    name: Optional[str]


class AwardDetails(BaseModel):
    id: str
    reference: str
    title: Optional[str]
    status: Optional[str]
    value: Optional["AwardDetailsValue"]
    gross: Optional["AwardDetailsGross"]
    starts_on: Optional[date] = Field(alias="startsOn")
    ends_on: Optional[date] = Field(alias="endsOn")
    extends_to: Optional[date] = Field(alias="extendsTo")
    months: Optional[int]
    has_renewal: Optional[bool] = Field(alias="hasRenewal")
    renewal: Optional[str]
    has_options: Optional[bool] = Field(alias="hasOptions")
    options: Optional[str]
    description: Optional[str]
    main_category: Optional[str] = Field(alias="mainCategory")
    above_threshold: Optional[bool] = Field(alias="aboveThreshold")
    lots: Optional[list[str]]
    item_classes: Optional[list[str]] = Field(alias="itemClasses")
    awarded_on: Optional[date] = Field(alias="awardedOn")
    final_status_on: Optional[date] = Field(alias="finalStatusOn")
    status_details: Optional[str] = Field(alias="statusDetails")
    public_from: datetime = Field(alias="publicFrom")
    basis: Basis
    source: str
    procurement: Optional["AwardDetailsProcurement"]


class AwardDetailsValue(BaseModel):
    amount: Decimal
    currency: str


class AwardDetailsGross(BaseModel):
    amount: Decimal
    currency: str


class AwardDetailsProcurement(BaseModel):
    id: str
    title: Optional[str]


class BuyerDetails(BaseModel):
    id: str
    name: str
    kind: str
    sector: Optional[str]
    region: Optional[str]
    size_class: Optional[str] = Field(alias="sizeClass")
    since: datetime


class CategoryDetails(BaseModel):
    id: str
    scheme: str
    code: str
    name: Optional[str]
    public_from: datetime = Field(alias="publicFrom")
    parent: Optional["CategoryDetailsParent"]


class CategoryDetailsParent(BaseModel):
    id: str
    name: Optional[str]


class ContractDetails(BaseModel):
    id: str
    origin: str
    ocid: Optional[str]
    reference: Optional[str]
    title: Optional[str]
    description: Optional[str]
    status: Optional[str]
    lot: Optional[str]
    value: Optional["ContractDetailsValue"]
    gross: Optional["ContractDetailsGross"]
    paid: list["ContractDetailsPaid"]
    signed_on: Optional[date] = Field(alias="signedOn")
    starts_on: Optional[date] = Field(alias="startsOn")
    ends_on: Optional[date] = Field(alias="endsOn")
    extends_to: Optional[date] = Field(alias="extendsTo")
    months: Optional[int]
    has_renewal: Optional[bool] = Field(alias="hasRenewal")
    renewal: Optional[str]
    has_options: Optional[bool] = Field(alias="hasOptions")
    options: Optional[str]
    above_threshold: Optional[bool] = Field(alias="aboveThreshold")
    status_details: Optional[str] = Field(alias="statusDetails")
    termination_rationales: Optional[list[str]] = Field(alias="terminationRationales")
    no_metrics_rationale: Optional[str] = Field(alias="noMetricsRationale")
    public_from: datetime = Field(alias="publicFrom")
    basis: Basis
    source: str
    buyer: Optional["ContractDetailsBuyer"]
    framework: Optional["ContractDetailsFramework"]
    procurement: Optional["ContractDetailsProcurement"]
    suppliers: "ContractDetailsSuppliers"


class ContractDetailsValue(BaseModel):
    amount: Decimal
    currency: str


class ContractDetailsGross(BaseModel):
    amount: Decimal
    currency: str


class ContractDetailsPaid(BaseModel):
    amount: Decimal
    currency: str


class ContractDetailsBuyer(BaseModel):
    id: str
    name: str


class ContractDetailsFramework(BaseModel):
    id: str
    name: Optional[str]


class ContractDetailsProcurement(BaseModel):
    id: str
    title: Optional[str]


class ContractDetailsSuppliers(BaseModel):
    total_count: int = Field(alias="totalCount")
    nodes: list["ContractDetailsSuppliersNodes"]


class ContractDetailsSuppliersNodes(BaseModel):
    id: str
    name: str


class ContractLine(BaseModel):
    id: str
    title: Optional[str]
    signed_on: Optional[date] = Field(alias="signedOn")
    starts_on: Optional[date] = Field(alias="startsOn")
    ends_on: Optional[date] = Field(alias="endsOn")
    public_from: datetime = Field(alias="publicFrom")
    value: Optional["ContractLineValue"]
    paid: list["ContractLinePaid"]


class ContractLineValue(BaseModel):
    amount: Decimal
    currency: str


class ContractLinePaid(BaseModel):
    amount: Decimal
    currency: str


class DataNotice(BaseModel):
    data_up_to: Optional[date] = Field(alias="dataUpTo")
    sources: list["DataNoticeSources"]


class DataNoticeSources(BaseModel):
    id: str
    name: str
    licence: str
    fictional: bool
    records: int


class DealDetails(BaseModel):
    id: str
    lot: Optional[str]
    name: Optional[str]
    price_min: Optional["DealDetailsPriceMin"] = Field(alias="priceMin")
    price_max: Optional["DealDetailsPriceMax"] = Field(alias="priceMax")
    gross_min: Optional["DealDetailsGrossMin"] = Field(alias="grossMin")
    gross_max: Optional["DealDetailsGrossMax"] = Field(alias="grossMax")
    setup_price: Optional["DealDetailsSetupPrice"] = Field(alias="setupPrice")
    unit: Optional[str]
    interval: Optional[str]
    min_quantity: Optional[int] = Field(alias="minQuantity")
    max_quantity: Optional[int] = Field(alias="maxQuantity")
    valid_from: Optional[date] = Field(alias="validFrom")
    valid_to: Optional[date] = Field(alias="validTo")
    buyer_types: Optional[list[str]] = Field(alias="buyerTypes")
    regions: Optional[list[str]]
    currency: Optional[str]
    tiers: Optional[list["DealDetailsTiers"]]
    public_from: datetime = Field(alias="publicFrom")
    basis: Basis
    source: str
    product: Optional["DealDetailsProduct"]
    framework: Optional["DealDetailsFramework"]


class DealDetailsPriceMin(BaseModel):
    amount: Decimal
    currency: str


class DealDetailsPriceMax(BaseModel):
    amount: Decimal
    currency: str


class DealDetailsGrossMin(BaseModel):
    amount: Decimal
    currency: str


class DealDetailsGrossMax(BaseModel):
    amount: Decimal
    currency: str


class DealDetailsSetupPrice(BaseModel):
    amount: Decimal
    currency: str


class DealDetailsTiers(BaseModel):
    from_: int = Field(alias="from")
    to: Optional[int]
    price: Decimal


class DealDetailsProduct(BaseModel):
    id: str
    name: Optional[str]


class DealDetailsFramework(BaseModel):
    id: str
    name: Optional[str]


class FailureDetails(BaseModel):
    id: str
    reference: str
    requirement: Optional[str]
    description: Optional[str]
    category: Optional[str]
    events: Optional[int]
    period_from: Optional[date] = Field(alias="periodFrom")
    period_to: Optional[date] = Field(alias="periodTo")
    decided_on: Optional[date] = Field(alias="decidedOn")
    penalty_on: Optional[date] = Field(alias="penaltyOn")
    penalty_type: Optional[str] = Field(alias="penaltyType")
    penalty_basis: Optional[str] = Field(alias="penaltyBasis")
    penalty_contracted: Optional[str] = Field(alias="penaltyContracted")
    penalty_imposed: Optional[str] = Field(alias="penaltyImposed")
    penalty_paid: Optional[bool] = Field(alias="penaltyPaid")
    penalty: Optional["FailureDetailsPenalty"]
    penalty_gross: Optional["FailureDetailsPenaltyGross"] = Field(alias="penaltyGross")
    partial_termination: Optional[str] = Field(alias="partialTermination")
    public_from: datetime = Field(alias="publicFrom")
    basis: Basis
    source: str
    contract: Optional["FailureDetailsContract"]


class FailureDetailsPenalty(BaseModel):
    amount: Decimal
    currency: str


class FailureDetailsPenaltyGross(BaseModel):
    amount: Decimal
    currency: str


class FailureDetailsContract(BaseModel):
    id: str
    title: Optional[str]


class FrameworkDetails(BaseModel):
    id: str
    code: str
    name: Optional[str]
    owner: Optional[str]
    kind: Optional[str]
    status: Optional[str]
    starts_on: Optional[date] = Field(alias="startsOn")
    ends_on: Optional[date] = Field(alias="endsOn")
    extends_to: Optional[date] = Field(alias="extendsTo")
    call_off: Optional[list[str]] = Field(alias="callOff")
    buyer_types: Optional[list[str]] = Field(alias="buyerTypes")
    regions: Optional[list[str]]
    url: Optional[str]
    public_from: datetime = Field(alias="publicFrom")


class FrameworkLotDetails(BaseModel):
    id: str
    code: str
    name: Optional[str]
    description: Optional[str]
    cpv: Optional[list[str]]
    call_off: Optional[list[str]] = Field(alias="callOff")
    max_months: Optional[int] = Field(alias="maxMonths")
    extension_months: Optional[int] = Field(alias="extensionMonths")
    public_from: datetime = Field(alias="publicFrom")
    basis: Basis
    source: str
    framework: Optional["FrameworkLotDetailsFramework"]


class FrameworkLotDetailsFramework(BaseModel):
    id: str
    name: Optional[str]


class KpiDetails(BaseModel):
    id: str
    reference: str
    name: Optional[str]
    description: Optional[str]
    target: Optional[str]
    unit: Optional[str]
    public_from: datetime = Field(alias="publicFrom")
    basis: Basis
    source: str
    contract: Optional["KpiDetailsContract"]


class KpiDetailsContract(BaseModel):
    id: str
    title: Optional[str]


class LotDetails(BaseModel):
    id: str
    reference: str
    title: Optional[str]
    description: Optional[str]
    status: Optional[str]
    value: Optional["LotDetailsValue"]
    gross: Optional["LotDetailsGross"]
    starts_on: Optional[date] = Field(alias="startsOn")
    ends_on: Optional[date] = Field(alias="endsOn")
    extends_to: Optional[date] = Field(alias="extendsTo")
    months: Optional[int]
    has_renewal: Optional[bool] = Field(alias="hasRenewal")
    renewal: Optional[str]
    has_options: Optional[bool] = Field(alias="hasOptions")
    options: Optional[str]
    suits_sme: Optional[bool] = Field(alias="suitsSme")
    suits_vcse: Optional[bool] = Field(alias="suitsVcse")
    public_from: datetime = Field(alias="publicFrom")
    basis: Basis
    source: str
    procurement: Optional["LotDetailsProcurement"]


class LotDetailsValue(BaseModel):
    amount: Decimal
    currency: str


class LotDetailsGross(BaseModel):
    amount: Decimal
    currency: str


class LotDetailsProcurement(BaseModel):
    id: str
    title: Optional[str]


class NoticeDetails(BaseModel):
    id: str
    reference: str
    section: str
    type_: Optional[str] = Field(alias="type")
    name: Optional[str]
    document_type: Optional[str] = Field(alias="documentType")
    description: Optional[str]
    published_on: Optional[date] = Field(alias="publishedOn")
    url: Optional[str]
    public_from: datetime = Field(alias="publicFrom")
    basis: Basis
    source: str
    procurement: Optional["NoticeDetailsProcurement"]


class NoticeDetailsProcurement(BaseModel):
    id: str
    title: Optional[str]


class OfferDetails(BaseModel):
    id: str
    lot: Optional[str]
    price_min: Optional["OfferDetailsPriceMin"] = Field(alias="priceMin")
    price_max: Optional["OfferDetailsPriceMax"] = Field(alias="priceMax")
    gross_min: Optional["OfferDetailsGrossMin"] = Field(alias="grossMin")
    gross_max: Optional["OfferDetailsGrossMax"] = Field(alias="grossMax")
    setup_price: Optional["OfferDetailsSetupPrice"] = Field(alias="setupPrice")
    unit: Optional[str]
    interval: Optional[str]
    min_quantity: Optional[int] = Field(alias="minQuantity")
    max_quantity: Optional[int] = Field(alias="maxQuantity")
    valid_from: Optional[date] = Field(alias="validFrom")
    valid_to: Optional[date] = Field(alias="validTo")
    buyer_types: Optional[list[str]] = Field(alias="buyerTypes")
    regions: Optional[list[str]]
    currency: Optional[str]
    tiers: Optional[list["OfferDetailsTiers"]]
    public_from: datetime = Field(alias="publicFrom")
    basis: Basis
    source: str
    product: Optional["OfferDetailsProduct"]
    framework: Optional["OfferDetailsFramework"]


class OfferDetailsPriceMin(BaseModel):
    amount: Decimal
    currency: str


class OfferDetailsPriceMax(BaseModel):
    amount: Decimal
    currency: str


class OfferDetailsGrossMin(BaseModel):
    amount: Decimal
    currency: str


class OfferDetailsGrossMax(BaseModel):
    amount: Decimal
    currency: str


class OfferDetailsSetupPrice(BaseModel):
    amount: Decimal
    currency: str


class OfferDetailsTiers(BaseModel):
    from_: int = Field(alias="from")
    to: Optional[int]
    price: Decimal


class OfferDetailsProduct(BaseModel):
    id: str
    name: Optional[str]


class OfferDetailsFramework(BaseModel):
    id: str
    name: Optional[str]


class OrganisationDetails(BaseModel):
    id: str
    name: str
    kind: str
    sector: Optional[str]
    region: Optional[str]
    size_class: Optional[str] = Field(alias="sizeClass")
    buyer: Optional["OrganisationDetailsBuyer"]
    supplier: Optional["OrganisationDetailsSupplier"]


class OrganisationDetailsBuyer(BaseModel):
    id: str
    name: str


class OrganisationDetailsSupplier(BaseModel):
    id: str
    name: str


class PageDetails(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    has_previous_page: bool = Field(alias="hasPreviousPage")
    start_cursor: Optional[str] = Field(alias="startCursor")
    end_cursor: Optional[str] = Field(alias="endCursor")


class PaymentDetails(BaseModel):
    id: str
    amount: "PaymentDetailsAmount"
    month: str
    text: Optional[str]
    reference: str
    lines: Optional[int]
    vat: Optional["PaymentDetailsVat"]
    tax: Optional[str]
    public_from: datetime = Field(alias="publicFrom")
    basis: Basis
    source: str
    contract: Optional["PaymentDetailsContract"]


class PaymentDetailsAmount(BaseModel):
    amount: Decimal
    currency: str


class PaymentDetailsVat(BaseModel):
    amount: Decimal
    currency: str


class PaymentDetailsContract(BaseModel):
    id: str
    title: Optional[str]


class ProcurementDetails(BaseModel):
    id: str
    ocid: str
    reference: Optional[str]
    title: Optional[str]
    description: Optional[str]
    status: Optional[str]
    method: Optional[str]
    method_details: Optional[str] = Field(alias="methodDetails")
    main_category: Optional[str] = Field(alias="mainCategory")
    value: Optional["ProcurementDetailsValue"]
    gross: Optional["ProcurementDetailsGross"]
    min_value: Optional["ProcurementDetailsMinValue"] = Field(alias="minValue")
    legal_scheme: Optional[str] = Field(alias="legalScheme")
    legal_id: Optional[str] = Field(alias="legalId")
    method_rationale: Optional[str] = Field(alias="methodRationale")
    method_rationales: Optional[list[str]] = Field(alias="methodRationales")
    above_threshold: Optional[bool] = Field(alias="aboveThreshold")
    final_status_on: Optional[date] = Field(alias="finalStatusOn")
    end_reason: Optional[str] = Field(alias="endReason")
    status_details: Optional[str] = Field(alias="statusDetails")
    classes: Optional[list[str]]
    item_classes: Optional[list[str]] = Field(alias="itemClasses")
    related: Optional[list[str]]
    has_framework: Optional[bool] = Field(alias="hasFramework")
    special_regimes: Optional[list[str]] = Field(alias="specialRegimes")
    covered_by: Optional[list[str]] = Field(alias="coveredBy")
    tenders_from: Optional[date] = Field(alias="tendersFrom")
    tenders_until: Optional[date] = Field(alias="tendersUntil")
    enquiries_until: Optional[date] = Field(alias="enquiriesUntil")
    starts_on: Optional[date] = Field(alias="startsOn")
    ends_on: Optional[date] = Field(alias="endsOn")
    extends_to: Optional[date] = Field(alias="extendsTo")
    suits_sme: Optional[bool] = Field(alias="suitsSme")
    suits_vcse: Optional[bool] = Field(alias="suitsVcse")
    public_from: datetime = Field(alias="publicFrom")
    basis: Basis
    source: str


class ProcurementDetailsValue(BaseModel):
    amount: Decimal
    currency: str


class ProcurementDetailsGross(BaseModel):
    amount: Decimal
    currency: str


class ProcurementDetailsMinValue(BaseModel):
    amount: Decimal
    currency: str


class ProductDetails(BaseModel):
    id: str
    name: Optional[str]
    description: Optional[str]
    features: Optional[list[str]]
    benefits: Optional[list[str]]
    cpv: Optional[list[str]]
    url: Optional[str]
    source_code: Optional[str] = Field(alias="sourceCode")
    licence: Optional[str]
    version: Optional[str]
    cloud_deployment_model: Optional[list[str]] = Field(alias="cloudDeploymentModel")
    reselling_type: Optional[str] = Field(alias="resellingType")
    data_storage_and_processing_locations: Optional[list[str]] = Field(
        alias="dataStorageAndProcessingLocations"
    )
    public_sector_networks_types: Optional[list[str]] = Field(
        alias="publicSectorNetworksTypes"
    )
    government_security_clearances: Optional[list[str]] = Field(
        alias="governmentSecurityClearances"
    )
    staff_security_clearance_checks: Optional[str] = Field(
        alias="staffSecurityClearanceChecks"
    )
    security_governance_standards: Optional[list[str]] = Field(
        alias="securityGovernanceStandards"
    )
    datacentre_security_standards: Optional[str] = Field(
        alias="datacentreSecurityStandards"
    )
    penetration_testing: Optional[str] = Field(alias="penetrationTesting")
    penetration_testing_approach: Optional[list[str]] = Field(
        alias="penetrationTestingApproach"
    )
    access_restriction_testing: Optional[str] = Field(alias="accessRestrictionTesting")
    user_authentication: Optional[list[str]] = Field(alias="userAuthentication")
    management_access_authentication: Optional[list[str]] = Field(
        alias="managementAccessAuthentication"
    )
    protection_of_data_at_rest: Optional[list[str]] = Field(
        alias="protectionOfDataAtRest"
    )
    data_protection_between_networks: Optional[list[str]] = Field(
        alias="dataProtectionBetweenNetworks"
    )
    data_protection_within_network: Optional[list[str]] = Field(
        alias="dataProtectionWithinNetwork"
    )
    data_export_formats: Optional[list[str]] = Field(alias="dataExportFormats")
    data_import_formats: Optional[list[str]] = Field(alias="dataImportFormats")
    api_documentation_formats: Optional[list[str]] = Field(
        alias="apiDocumentationFormats"
    )
    service_interface_accessibility: Optional[str] = Field(
        alias="serviceInterfaceAccessibility"
    )
    documentation_accessibility: Optional[str] = Field(
        alias="documentationAccessibility"
    )
    web_chat_support_accessibility: Optional[str] = Field(
        alias="webChatSupportAccessibility"
    )
    email_or_ticketing_support_accessibility: Optional[str] = Field(
        alias="emailOrTicketingSupportAccessibility"
    )
    email_or_ticketing_support: Optional[str] = Field(alias="emailOrTicketingSupport")
    web_chat_support: Optional[str] = Field(alias="webChatSupport")
    onsite_support: Optional[str] = Field(alias="onsiteSupport")
    phone_support_availability: Optional[str] = Field(alias="phoneSupportAvailability")
    metrics_how: Optional[list[str]] = Field(alias="metricsHow")
    audit_buyers_actions: Optional[str] = Field(alias="auditBuyersActions")
    how_long_system_logs_stored: Optional[str] = Field(alias="howLongSystemLogsStored")
    secure_development: Optional[str] = Field(alias="secureDevelopment")
    service_add_on_type: Optional[str] = Field(alias="serviceAddOnType")
    education_pricing: Optional[bool] = Field(alias="educationPricing")
    free_version_trial_option: Optional[bool] = Field(alias="freeVersionTrialOption")
    phone_support: Optional[bool] = Field(alias="phoneSupport")
    api: Optional[bool]
    end_of_contract_data_extraction: Optional[str] = Field(
        alias="endOfContractDataExtraction"
    )
    end_of_contract_process: Optional[str] = Field(alias="endOfContractProcess")
    data_export_how: Optional[str] = Field(alias="dataExportHow")
    public_from: datetime = Field(alias="publicFrom")
    basis: Basis
    source: str
    supplier: Optional["ProductDetailsSupplier"]


class ProductDetailsSupplier(BaseModel):
    id: str
    name: str


class ReviewDetails(BaseModel):
    id: str
    rating: Optional[int]
    delivery: Optional[int]
    support: Optional[int]
    value: Optional[int]
    accessibility: Optional[int]
    exit: Optional[int]
    title: Optional[str]
    text: Optional[str]
    role: Optional[str]
    written_on: Optional[date] = Field(alias="writtenOn")
    reply: Optional[str]
    replied_on: Optional[date] = Field(alias="repliedOn")
    public_from: datetime = Field(alias="publicFrom")
    basis: Basis
    source: str
    by: Optional["ReviewDetailsBy"]
    contract: Optional["ReviewDetailsContract"]
    product: Optional["ReviewDetailsProduct"]


class ReviewDetailsBy(BaseModel):
    id: str
    name: str


class ReviewDetailsContract(BaseModel):
    id: str
    title: Optional[str]


class ReviewDetailsProduct(BaseModel):
    id: str
    name: Optional[str]


class SupplierDetails(BaseModel):
    id: str
    name: str
    kind: str
    sector: Optional[str]
    region: Optional[str]
    size_class: Optional[str] = Field(alias="sizeClass")
    since: datetime


AmendmentDetails.model_rebuild()
AssessmentDetails.model_rebuild()
AwardDetails.model_rebuild()
BuyerDetails.model_rebuild()
CategoryDetails.model_rebuild()
ContractDetails.model_rebuild()
ContractLine.model_rebuild()
DataNotice.model_rebuild()
DealDetails.model_rebuild()
FailureDetails.model_rebuild()
FrameworkDetails.model_rebuild()
FrameworkLotDetails.model_rebuild()
KpiDetails.model_rebuild()
LotDetails.model_rebuild()
NoticeDetails.model_rebuild()
OfferDetails.model_rebuild()
OrganisationDetails.model_rebuild()
PageDetails.model_rebuild()
PaymentDetails.model_rebuild()
ProcurementDetails.model_rebuild()
ProductDetails.model_rebuild()
ReviewDetails.model_rebuild()
SupplierDetails.model_rebuild()
