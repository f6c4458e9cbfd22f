"""Contracts: what a public body bought, from whom and at what price."""

from graph.shape import (
    DATED,
    EDGE_DATED,
    ID,
    KNOWN,
    Column,
    Edge,
    Hop,
    Node,
    Order,
    Shape,
    Total,
    behind,
)

COLUMNS = (
    ID,
    Column(
        "origin",
        str,
        "contract, award (no contract object was published), returns or spend.",
        required=True,
    ),
    Column("ocid", str, "The OCDS process it belongs to; null outside OCDS."),
    Column("reference", str, "The id that its source gives it; opaque."),
    Column("title", str, "What was bought, as published.", versioned=True),
    Column("description", str, "What was bought, at length.", versioned=True),
    Column("status", str, "The status as published.", versioned=True),
    Column("lot", str, "The framework lot's code."),
    Column("valueE5", int, "Net value in 10⁻⁵ currency units.", versioned=True),
    Column("grossE5", int, "Value with tax in 10⁻⁵ currency units; never derived.", versioned=True),
    Column("currency", str, "ISO 4217 code of the values.", versioned=True),
    Column("signedOn", str, "Day of signature or award.", versioned=True),
    Column("startsOn", str, "First day of the term.", versioned=True),
    Column("endsOn", str, "Last day of the term without extensions.", versioned=True),
    Column("extendsTo", str, "Last day with all extensions (maxExtentDate).", versioned=True),
    Column("months", int, "The term in months as stated, not counted.", versioned=True),
    Column("statusDetails", str, "What its publisher says of its status.", versioned=True),
    Column("hasRenewal", bool, "Whether it can be renewed.", versioned=True),
    Column("renewal", str, "How it can be renewed.", versioned=True),
    Column("hasOptions", bool, "Whether it has options.", versioned=True),
    Column("options", str, "Which options.", versioned=True),
    Column("aboveThreshold", bool, "Whether its value is above the threshold.", versioned=True),
    Column("terminationRationales", list[str], "Why it ended, as `scheme id`.", versioned=True),
    Column("noMetricsRationale", str, "Why no metrics were agreed.", versioned=True),
    Column("endedOn", str, "The day on which it ended, as stated.", versioned=True),
    Column("endedHow", str, "Why it ended on that day.", versioned=True),
    Column("finalE5", int, "Its final value in 10⁻⁵ currency units.", versioned=True),
    Column("finalGrossE5", int, "It with tax; never derived.", versioned=True),
    Column("finalCurrency", str, "Its currency.", versioned=True),
    Column("finalHow", str, "Why it differs from the value.", versioned=True),
    Column("award", str, "The published id of its award.", versioned=True),
    Column("itemClasses", list[str], "`item lot scheme id description`.", versioned=True),
)
NODE = Node("Contract", (*COLUMNS, *DATED), "What was agreed.", states=True)
BOUGHT = Edge(
    "BOUGHT",
    "Organisation",
    "Contract",
    (
        Column("mention", str, "The mention behind it.", required=True),
        *EDGE_DATED,
        Column("sector", str, "The buyer's sector as stated with this fact."),
        Column("region", str, "The buyer's region as stated with this fact."),
        Column("roles", list[str], "The roles that it has in the process, as published."),
        Column("lead", bool, "Whether the process names it as its buyer; others buy jointly."),
    ),
    "A body bought under a contract.",
)
SUPPLIED = Edge(
    "SUPPLIED",
    "Organisation",
    "Contract",
    (
        Column("mention", str, "The mention behind it.", required=True),
        *EDGE_DATED,
        Column("sizeClass", str, "Its size of that fact: micro, small, medium, large, or sme."),
        Column("region", str, "The supplier's region as stated with this fact."),
        Column("roles", list[str], "The roles that it has in the process, as published."),
        Column("scale", str, "Its size as published (OCDS scale)."),
        Column("sme", bool, "Small or medium-sized, by its scale; null: not stated."),
        Column("vcse", bool, "A voluntary, community or social enterprise, as stated."),
        Column("supportedEmployment", bool, "A supported employment provider, as stated."),
        Column("mutual", bool, "A public-service mutual, as stated."),
        Column("exclusionGrounds", list[str], "Grounds for exclusion that apply, as stated."),
        Column("excludedRationale", str, "Why it was awarded all the same."),
    ),
    "A firm supplied under a contract.",
)
TAKES_PART = Edge(
    "TAKES_PART",
    "Organisation",
    "Contract",
    (
        Column("mention", str, "The mention behind it.", required=True),
        Column("role", str, "The role as published, as centralPurchasingBody.", required=True),
        *EDGE_DATED,
    ),
    "A body has a role in a contract beside those of buyer and supplier.",
)
UNDER = Edge(
    "UNDER",
    "Contract",
    "Framework",
    (*EDGE_DATED, Column("name", str, "The framework's name as stated with this fact.")),
    "A contract was called off a framework.",
)
IN = Edge(
    "IN",
    "Contract",
    "Category",
    (*EDGE_DATED, Column("name", str, "The category's name as stated with this fact.")),
    "A contract is for that category.",
)

CONTRACT = Shape(
    name="Contract",
    label="Contract",
    columns=(*COLUMNS, *KNOWN),
    hops=(
        Hop(
            "buyer",
            "({p})<-[{r}:BOUGHT]-({x}:Organisation)",
            "Buyer",
            "Who bought; of several the first by id.",
            many=False,
        ),
        Hop(
            "suppliers",
            "({p})<-[{r}:SUPPLIED]-({x}:Organisation)",
            "Supplier",
            "Who supplies.",
            distinct=True,
            order="name",
        ),
        Hop(
            "framework",
            "({p})-[{r}:UNDER]->({x}:Framework)",
            "Framework",
            "The framework.",
            many=False,
        ),
        Hop(
            "categories",
            "({p})-[{r}:IN]->({x}:Category)",
            "Category",
            "What it is for.",
            distinct=True,
            order="code",
        ),
        Hop(
            "payments",
            "({p})<-[{r}:PAID_UNDER]-({x}:Payment)",
            "Payment",
            "What was paid, newest first.",
            order="newest",
        ),
        Hop(
            "procurement",
            "({p})<-[{r}:FOR]-({x}:Procurement)",
            "Procurement",
            "The procurement that led to it.",
            many=False,
        ),
        behind(
            "amendments", "({p})-[{r}:CHANGED_BY]->({x}:Amendment)", "Amendment", "What changed."
        ),
        behind("kpis", "({p})-[{r}:MEASURED_BY]->({x}:Kpi)", "Kpi", "Its indicators."),
        behind(
            "assessments", "({p})-[{r}:ASSESSED_BY]->({x}:Assessment)", "Assessment", "How it did."
        ),
        behind("failures", "({p})-[{r}:BROKEN_BY]->({x}:Failure)", "Failure", "Its breaches."),
        Hop(
            "reviews",
            "({p})<-[{r}:REVIEWS]-({x}:Review)",
            "Review",
            "What its buyer says of it, newest first.",
            order="newest",
        ),
        Hop(
            "products",
            "({p})-[{r}:COVERS]->({x}:Product)",
            "Product",
            "Products that it covers, newest first.",
            distinct=True,
            order="newest",
        ),
    ),
    totals=(Total("paid", "payments", "amountE5", "What was paid in all, per currency."),),
    orders={"newest": Order("publicFrom", descending=True), "oldest": Order("publicFrom")},
    keys={"id": "({x}:Contract {id: {k}})", "ocid": "({x}:Contract {ocid: {k}})"},
)
