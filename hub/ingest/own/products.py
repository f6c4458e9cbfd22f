"""The record of a product: names and values of G-Cloud 12's record of cloud software."""

from hub.ingest.own.fields import Field
from hub.ingest.own.kinds import chosen, fields

AUTHENTICATION = (
    "identity_federation",
    "government_network",
    "dedicated_link",
    "username_or_password",
    "other",
)
PRODUCT: tuple[Field, ...] = (
    *fields(name="text*", description="long text", features="texts", benefits="texts", cpv="codes"),
    *fields(url="code", sourceCode="code", licence="text", version="code"),
    chosen("cloudDeploymentModel", ("public", "private", "community", "hybrid"), many=True),
    chosen(
        "resellingType",
        (
            "not_reseller",
            "reseller_extra_features_and_support",
            "reseller_extra_support",
            "reseller_no_extras",
        ),
    ),
    chosen(
        "dataStorageAndProcessingLocations", ("uk", "eea", "privacy_shield", "other"), many=True
    ),
    chosen(
        "publicSectorNetworksTypes",
        ("psn", "pnn", "n3", "janet", "swan", "hscn", "other"),
        many=True,
    ),
    chosen("governmentSecurityClearances", ("dv", "sc", "bpss", "none"), many=True),
    chosen(
        "staffSecurityClearanceChecks",
        ("staff_screening_to_bs7858_2012", "staff_screening_not_bs7858_2012", "none"),
    ),
    chosen("securityGovernanceStandards", ("csa_ccm", "iso_iec_27001", "other"), many=True),
    chosen(
        "datacentreSecurityStandards", ("recognised_standard", "supplier_defined", "third_party")
    ),
    chosen(
        "penetrationTesting",
        ("at_least_every_6_months", "at_least_once_a_year", "less_than_once_a_year", "never"),
    ),
    chosen(
        "accessRestrictionTesting",
        ("at_least_every_6_months", "at_least_once_a_year", "less_than_once_a_year", "never"),
    ),
    chosen(
        "penetrationTestingApproach",
        (
            "it_health_check_check_provider",
            "it_health_check_tigerscheme_or_crest_provider",
            "other_penetration_testing_organisation",
            "in_house",
        ),
        many=True,
    ),
    chosen("userAuthentication", ("two_factor", "pka", *AUTHENTICATION), many=True),
    chosen(
        "managementAccessAuthentication", ("two_factor", "public_key", *AUTHENTICATION), many=True
    ),
    chosen(
        "protectionOfDataAtRest",
        (
            "csa_ccm",
            "ssae_isae",
            "other_standard",
            "encrypted_media",
            "scale_obfuscation_sharding",
            "other",
        ),
        many=True,
    ),
    chosen(
        "dataProtectionBetweenNetworks",
        ("private_or_psn", "tls", "ipsec_or_vpn", "bonded_fibre", "legacy_ssl", "other"),
        many=True,
    ),
    chosen("dataProtectionWithinNetwork", ("tls", "ipsec_or_vpn", "ssl", "other"), many=True),
    chosen("dataExportFormats", ("csv", "odf", "other"), many=True),
    chosen("dataImportFormats", ("csv", "odf", "other"), many=True),
    chosen("apiDocumentationFormats", ("openapi", "html", "odf", "pdf", "other"), many=True),
    chosen("serviceInterfaceAccessibility", ("wcag_aaa", "wcag_aa", "wcag_a", "none")),
    chosen("emailOrTicketingSupportAccessibility", ("wcag_aaa", "wcag_aa", "wcag_a", "none")),
    chosen("documentationAccessibility", ("wcag_aaa", "wcag_aa", "wcag_a", "none_or_not_sure")),
    chosen("webChatSupportAccessibility", ("wcag_aaa", "wcag_aa", "wcag_a", "none_or_not_sure")),
    chosen("emailOrTicketingSupport", ("yes", "yes_extra_cost", "no")),
    chosen("webChatSupport", ("yes", "yes_extra_cost", "no")),
    chosen("onsiteSupport", ("yes", "yes_extra_cost", "no")),
    chosen("phoneSupportAvailability", ("24_7", "9_to_5_7_days", "9_to_5_mon_to_fri")),
    chosen("metricsHow", ("api", "real_time", "regular_reports", "on_request"), many=True),
    chosen(
        "auditBuyersActions",
        ("real_time", "regular", "support_request", "supplier_controlled", "not_available"),
    ),
    chosen(
        "howLongSystemLogsStored",
        (
            "user_defined",
            "at_least_12_months",
            "6_to_12_months",
            "1_to_6_months",
            "less_than_1_month",
        ),
    ),
    chosen("secureDevelopment", ("independent_review", "recognised_standard", "supplier_defined")),
    chosen("serviceAddOnType", ("yes", "yes_but_can_standalone", "no")),
    *fields(
        educationPricing="yes/no",
        freeVersionTrialOption="yes/no",
        phoneSupport="yes/no",
        api="yes/no",
    ),
    *fields(
        endOfContractDataExtraction="long text",
        endOfContractProcess="long text",
        dataExportHow="long text",
    ),
)
