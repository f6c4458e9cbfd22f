"""Products, what they are offered for, and which contracts cover them."""

from graph.records import BY_MENTION, THING
from graph.shape import DATED, EDGE_DATED, ID, KNOWN, Column, Edge, Hop, Node, Order, Shape

COLUMNS = (
    ID,
    THING,
    Column("name", str, "What it is called.", versioned=True),
    Column("description", str, "What it is.", versioned=True),
    Column("features", list[str], "What it can do.", versioned=True),
    Column("benefits", list[str], "What it is good for.", versioned=True),
    Column("cpv", list[str], "CPV codes of what it is.", versioned=True),
    Column("url", str, "Where it is described.", versioned=True),
    Column("sourceCode", str, "Where its source is published.", versioned=True),
    Column("licence", str, "Under which licence.", versioned=True),
    Column("version", str, "Which version.", versioned=True),
    Column(
        "cloudDeploymentModel",
        list[str],
        "public, private, community or hybrid cloud.",
        versioned=True,
    ),
    Column(
        "resellingType", str, "Whether its seller resells it, and what is added.", versioned=True
    ),
    Column(
        "dataStorageAndProcessingLocations",
        list[str],
        "Where data are kept: uk, eea, privacy_shield, other.",
        versioned=True,
    ),
    Column(
        "publicSectorNetworksTypes",
        list[str],
        "Which public sector networks it is connected to.",
        versioned=True,
    ),
    Column(
        "governmentSecurityClearances",
        list[str],
        "Clearances of staff: dv, sc, bpss, none.",
        versioned=True,
    ),
    Column("staffSecurityClearanceChecks", str, "How staff are screened.", versioned=True),
    Column(
        "securityGovernanceStandards",
        list[str],
        "Standards of security governance.",
        versioned=True,
    ),
    Column("datacentreSecurityStandards", str, "What the data centres keep to.", versioned=True),
    Column("penetrationTesting", str, "How often it is tested for ways in.", versioned=True),
    Column(
        "penetrationTestingApproach", list[str], "By whom it is tested for ways in.", versioned=True
    ),
    Column(
        "accessRestrictionTesting",
        str,
        "How often restrictions of access are tested.",
        versioned=True,
    ),
    Column("userAuthentication", list[str], "How users prove who they are.", versioned=True),
    Column(
        "managementAccessAuthentication",
        list[str],
        "How managers prove who they are.",
        versioned=True,
    ),
    Column("protectionOfDataAtRest", list[str], "How data at rest are protected.", versioned=True),
    Column(
        "dataProtectionBetweenNetworks",
        list[str],
        "How data between networks are protected.",
        versioned=True,
    ),
    Column(
        "dataProtectionWithinNetwork",
        list[str],
        "How data within its network are protected.",
        versioned=True,
    ),
    Column("dataExportFormats", list[str], "Formats of export.", versioned=True),
    Column("dataImportFormats", list[str], "Formats of import.", versioned=True),
    Column(
        "apiDocumentationFormats",
        list[str],
        "Formats of the documentation of its API.",
        versioned=True,
    ),
    Column(
        "serviceInterfaceAccessibility",
        str,
        "Accessibility of its interface (WCAG).",
        versioned=True,
    ),
    Column(
        "documentationAccessibility",
        str,
        "Accessibility of its documentation (WCAG).",
        versioned=True,
    ),
    Column(
        "webChatSupportAccessibility", str, "Accessibility of its web chat (WCAG).", versioned=True
    ),
    Column(
        "emailOrTicketingSupportAccessibility",
        str,
        "Accessibility of its tickets (WCAG).",
        versioned=True,
    ),
    Column(
        "emailOrTicketingSupport",
        str,
        "Support by e-mail or tickets: yes, yes_extra_cost, no.",
        versioned=True,
    ),
    Column("webChatSupport", str, "Support by web chat: yes, yes_extra_cost, no.", versioned=True),
    Column("onsiteSupport", str, "Support on site: yes, yes_extra_cost, no.", versioned=True),
    Column("phoneSupportAvailability", str, "When support answers the telephone.", versioned=True),
    Column("metricsHow", list[str], "How service metrics are given.", versioned=True),
    Column("auditBuyersActions", str, "How buyers see what their users did.", versioned=True),
    Column("howLongSystemLogsStored", str, "How long system logs are kept.", versioned=True),
    Column("secureDevelopment", str, "How secure development is proved.", versioned=True),
    Column("serviceAddOnType", str, "Whether it is an add-on to another service.", versioned=True),
    Column("educationPricing", bool, "Whether there are prices for education.", versioned=True),
    Column(
        "freeVersionTrialOption", bool, "Whether there is a free version or trial.", versioned=True
    ),
    Column("phoneSupport", bool, "Whether there is support by telephone.", versioned=True),
    Column("api", bool, "Whether it has an API.", versioned=True),
    Column(
        "endOfContractDataExtraction",
        str,
        "How data are taken out at the end of a contract.",
        versioned=True,
    ),
    Column("endOfContractProcess", str, "What happens at the end of a contract.", versioned=True),
    Column("dataExportHow", str, "How users export data.", versioned=True),
)
NODE = Node("Product", (*COLUMNS, *DATED), "What a supplier sells.", states=True)
OFFER_COLUMNS = (
    ID,
    THING,
    Column(
        "productRef", str, "The product that it is about: what refers to it while it is not there."
    ),
    Column(
        "frameworkRef", str, "The framework that it names: what refers to it while it is not there."
    ),
    Column("lot", str, "The framework lot's code."),
    Column(
        "priceMinE5", int, "The least price without tax in 10⁻⁵ currency units.", versioned=True
    ),
    Column(
        "priceMaxE5", int, "The highest price without tax in 10⁻⁵ currency units.", versioned=True
    ),
    Column(
        "grossMinE5",
        int,
        "The least price with tax in 10⁻⁵ currency units; never derived.",
        versioned=True,
    ),
    Column("grossMaxE5", int, "The highest price with tax; never derived.", versioned=True),
    Column(
        "setupPriceE5",
        int,
        "What is paid once at the start, in 10⁻⁵ currency units.",
        versioned=True,
    ),
    Column("currency", str, "ISO 4217 code of the prices.", versioned=True),
    Column("unit", str, "What one price is for: user, instance, and so on.", versioned=True),
    Column("interval", str, "For how long it is paid: month, year; null: once.", versioned=True),
    Column(
        "tiers",
        list[str],
        "Prices by quantity: `from to price`, to `-` for no end, price in 10⁻⁵ units.",
        versioned=True,
    ),
    Column("minQuantity", int, "The least quantity.", versioned=True),
    Column("maxQuantity", int, "The largest quantity.", versioned=True),
    Column("validFrom", str, "The first day on which it holds.", versioned=True),
    Column("validTo", str, "The last day on which it holds.", versioned=True),
    Column("buyerTypes", list[str], "Which types of body may use it; null: all.", versioned=True),
    Column("regions", list[str], "In which regions; null: everywhere.", versioned=True),
)
OFFER = Node("Offer", (*OFFER_COLUMNS, *DATED), "One price of a product.", states=True)
ADOPTION_COLUMNS = (
    ID,
    THING,
    Column(
        "productRef", str, "The product that it is about: what refers to it while it is not there."
    ),
    Column(
        "contractRef",
        str,
        "The contract that it is about: an ocid, or the id of a line of returns.",
    ),
    Column(
        "contractPart", str, "The contract's own id within that ocid; null: every contract of it."
    ),
    Column("replaces", str, "The product (its `thing`) that was used before."),
    Column("quantity", int, "How many units are bought.", versioned=True),
    Column(
        "priceE5",
        int,
        "What is paid for a unit and interval, in 10⁻⁵ currency units.",
        versioned=True,
    ),
    Column("currency", str, "ISO 4217 code of the price.", versioned=True),
    Column("unit", str, "What one price is for.", versioned=True),
    Column("interval", str, "For how long it is paid; null: once.", versioned=True),
    Column("startsOn", str, "The first day of use.", versioned=True),
    Column("endsOn", str, "The last day of use.", versioned=True),
)
ADOPTION = Node(
    "Adoption", (*ADOPTION_COLUMNS, *DATED), "A product in use under a contract.", states=True
)
SELLS = Edge("SELLS", "Organisation", "Product", BY_MENTION, "A firm sells a product.")
MAKES = Edge(
    "MAKES",
    "Organisation",
    "Product",
    BY_MENTION,
    "A firm makes a product that another one resells.",
)
OFFERS = Edge("OFFERS", "Offer", "Product", EDGE_DATED, "A price is one of that product.")
IN = Edge("IN", "Product", "Category", EDGE_DATED, "A product is of that category.")
UNDER = Edge("UNDER", "Offer", "Framework", EDGE_DATED, "A price holds on that framework.")
USES = Edge("USES", "Adoption", "Product", EDGE_DATED, "It is that product that is used.")
USED_UNDER = Edge(
    "USED_UNDER", "Adoption", "Contract", EDGE_DATED, "It is used under that contract."
)
COVERS = Edge(
    "COVERS",
    "Contract",
    "Product",
    (Column("adoption", str, "The adoption that says so.", required=True), *EDGE_DATED),
    "A contract covers a product.",
)

RECENT = {"newest": Order("publicFrom", descending=True), "oldest": Order("publicFrom")}
PRODUCT = Shape(
    name="Product",
    label="Product",
    columns=(*COLUMNS, *KNOWN),
    hops=(
        Hop(
            "supplier",
            "({p})<-[{r}:SELLS]-({x}:Organisation)",
            "Supplier",
            "Who sells it.",
            many=False,
        ),
        Hop(
            "offers",
            "({p})<-[{r}:OFFERS]-({x}:Offer)",
            "Offer",
            "Its prices, newest first.",
            order="newest",
        ),
        Hop(
            "deals",
            "({p})<-[{r}:PRICES]-({x}:Deal)",
            "Deal",
            "Nationally negotiated prices, newest first.",
            order="newest",
        ),
        Hop(
            "reviews",
            "({p})<-[{r}:RATES]-({x}:Review)",
            "Review",
            "What buyers say of it, newest first.",
            order="newest",
        ),
        Hop(
            "contracts",
            "({p})<-[{r}:COVERS]-({x}:Contract)",
            "Contract",
            "Contracts that cover it, newest first.",
            distinct=True,
            order="newest",
        ),
    ),
    orders=RECENT,
    keys={"id": "({x}:Product {id: {k}})"},
)
OFFERED = Shape(
    name="Offer",
    label="Offer",
    columns=(*OFFER_COLUMNS, *KNOWN),
    hops=(
        Hop("product", "({p})-[{r}:OFFERS]->({x}:Product)", "Product", "Of what.", many=False),
        Hop(
            "framework",
            "({p})-[{r}:UNDER]->({x}:Framework)",
            "Framework",
            "The route on which it holds.",
            many=False,
        ),
    ),
    orders=RECENT,
    keys={"id": "({x}:Offer {id: {k}})"},
)
