from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import PageDetails, SupplierDetails


class MatchSuppliers(BaseModel):
    match_suppliers: "MatchSuppliersMatchSuppliers" = Field(alias="matchSuppliers")


class MatchSuppliersMatchSuppliers(BaseModel):
    model_version: str = Field(alias="modelVersion")
    as_of: date = Field(alias="asOf")
    degraded: bool
    understood: bool
    hash: str
    took_ms: float = Field(alias="tookMs")
    suppliers: "MatchSuppliersMatchSuppliersSuppliers"
    excluded: list["MatchSuppliersMatchSuppliersExcluded"]


class MatchSuppliersMatchSuppliersSuppliers(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "MatchSuppliersMatchSuppliersSuppliersPageInfo" = Field(alias="pageInfo")
    nodes: list["MatchSuppliersMatchSuppliersSuppliersNodes"]


MatchSuppliersMatchSuppliersSuppliersPageInfo = PageDetails


class MatchSuppliersMatchSuppliersSuppliersNodes(BaseModel):
    rank: int
    score: float
    probability: Optional[float]
    supplier: "MatchSuppliersMatchSuppliersSuppliersNodesSupplier"
    contributions: list["MatchSuppliersMatchSuppliersSuppliersNodesContributions"]
    reasons: list["MatchSuppliersMatchSuppliersSuppliersNodesReasons"]


MatchSuppliersMatchSuppliersSuppliersNodesSupplier = SupplierDetails


class MatchSuppliersMatchSuppliersSuppliersNodesContributions(BaseModel):
    feature: str
    group: str
    value: float
    text: str


class MatchSuppliersMatchSuppliersSuppliersNodesReasons(BaseModel):
    text: str
    positive: bool
    evidence: list["MatchSuppliersMatchSuppliersSuppliersNodesReasonsEvidence"]


class MatchSuppliersMatchSuppliersSuppliersNodesReasonsEvidence(BaseModel):
    id: str
    text: str


class MatchSuppliersMatchSuppliersExcluded(BaseModel):
    rule: str
    text: str
    supplier: "MatchSuppliersMatchSuppliersExcludedSupplier"


class MatchSuppliersMatchSuppliersExcludedSupplier(BaseModel):
    id: str
    name: str


MatchSuppliers.model_rebuild()
MatchSuppliersMatchSuppliers.model_rebuild()
MatchSuppliersMatchSuppliersSuppliers.model_rebuild()
MatchSuppliersMatchSuppliersSuppliersNodes.model_rebuild()
MatchSuppliersMatchSuppliersSuppliersNodesReasons.model_rebuild()
MatchSuppliersMatchSuppliersExcluded.model_rebuild()
