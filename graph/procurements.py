"""Procurements: OCDS processes with their releases, lots and awards."""

from graph.shape import DATED, EDGE_DATED, FROM, ID, Column, Edge, Node

RELEASE = Node(
    "Release",
    (
        ID,
        Column("ocid", str, "The ocid as published.", required=True),
        Column("reference", str, "The release id as published; null when missing."),
        Column("digest", str, "SHA-256 of the canonical redacted JSON.", required=True),
        Column("raw", str, "The release as JSON, personal data redacted.", required=True),
        FROM,
        Column("basis", str, "How the public time is known.", required=True),
        Column("source", str, "The data set it comes from.", required=True),
    ),
    "A raw immutable publication.",
)
NODE = Node(
    "Procurement",
    (
        ID,
        Column("ocid", str, "The ocid as published.", required=True),
        Column("reference", str, "tender.id as published; opaque."),
        Column("title", str, "tender.title.", versioned=True),
        Column("description", str, "tender.description.", versioned=True),
        Column("status", str, "tender.status.", versioned=True),
        Column("method", str, "tender.procurementMethod.", versioned=True),
        Column("methodDetails", str, "tender.procurementMethodDetails.", versioned=True),
        Column("mainCategory", str, "goods, services or works.", versioned=True),
        Column("valueE5", int, "tender.value in 10⁻⁵ currency units.", versioned=True),
        Column("currency", str, "Its currency.", versioned=True),
        Column("legalScheme", str, "tender.legalBasis.scheme, as UKPGA or CELEX.", versioned=True),
        Column("legalId", str, "tender.legalBasis.id, as 2023/54.", versioned=True),
        Column("methodRationale", str, "Why that method.", versioned=True),
        Column("methodRationales", list[str], "Why, as `scheme id`.", versioned=True),
        Column("aboveThreshold", bool, "Whether its value is above it.", versioned=True),
        Column(
            "finalStatusOn", str, "The day it ended; of a UK12 its awards' last.", versioned=True
        ),
        Column("endReason", str, "statusDetails of a procurement that ended.", versioned=True),
        *DATED,
    ),
    "An OCDS process.",
    states=True,
)
LOT = Node(
    "Lot",
    (
        ID,
        Column("reference", str, "The lot's id as published.", required=True),
        Column("title", str, "Its title.", versioned=True),
        Column("description", str, "Its description.", versioned=True),
        Column("status", str, "Its status.", versioned=True),
        Column("valueE5", int, "Its value in 10⁻⁵ currency units.", versioned=True),
        Column("currency", str, "Its currency.", versioned=True),
        *DATED,
    ),
    "A lot of a process.",
    states=True,
)
AWARD = Node(
    "Award",
    (
        ID,
        Column("reference", str, "The award's id as published.", required=True),
        Column("title", str, "Its title.", versioned=True),
        Column("status", str, "Its status.", versioned=True),
        Column("valueE5", int, "Its value in 10⁻⁵ currency units.", versioned=True),
        Column("currency", str, "Its currency.", versioned=True),
        Column("awardedOn", str, "The day of the award.", versioned=True),
        Column("finalStatusOn", str, "The day it ended without a contract.", versioned=True),
        Column("statusDetails", str, "What its publisher says of its status.", versioned=True),
        *DATED,
    ),
    "An award of a process.",
    states=True,
)
TELLS = Edge("TELLS", "Release", "Procurement", (), "A release speaks of a process.")
HAS_LOT = Edge("HAS_LOT", "Procurement", "Lot", EDGE_DATED, "A process has a lot.")
HAS_AWARD = Edge("HAS_AWARD", "Procurement", "Award", EDGE_DATED, "A process has an award.")
FOR = Edge("FOR", "Procurement", "Contract", EDGE_DATED, "A process led to a contract.")
