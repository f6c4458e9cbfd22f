from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel
from .fragments import DataNotice


class MatchPage(BaseModel):
    hub: "MatchPageHub"
    match_suppliers: "MatchPageMatchSuppliers" = Field(alias="matchSuppliers")


MatchPageHub = DataNotice


class MatchPageMatchSuppliers(BaseModel):
    model_version: str = Field(alias="modelVersion")
    as_of: date = Field(alias="asOf")
    degraded: bool
    understood: bool
    hash: str
    took_ms: float = Field(alias="tookMs")
    suppliers: "MatchPageMatchSuppliersSuppliers"
    excluded: list["MatchPageMatchSuppliersExcluded"]


class MatchPageMatchSuppliersSuppliers(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "MatchPageMatchSuppliersSuppliersPageInfo" = Field(alias="pageInfo")
    nodes: list["MatchPageMatchSuppliersSuppliersNodes"]


class MatchPageMatchSuppliersSuppliersPageInfo(BaseModel):
    has_next_page: bool = Field(alias="hasNextPage")
    end_cursor: Optional[str] = Field(alias="endCursor")


class MatchPageMatchSuppliersSuppliersNodes(BaseModel):
    rank: int
    score: float
    supplier: "MatchPageMatchSuppliersSuppliersNodesSupplier"
    contributions: list["MatchPageMatchSuppliersSuppliersNodesContributions"]
    reasons: list["MatchPageMatchSuppliersSuppliersNodesReasons"]


class MatchPageMatchSuppliersSuppliersNodesSupplier(BaseModel):
    id: str
    name: str
    size_class: Optional[str] = Field(alias="sizeClass")


class MatchPageMatchSuppliersSuppliersNodesContributions(BaseModel):
    feature: str
    group: str
    value: float
    text: str


class MatchPageMatchSuppliersSuppliersNodesReasons(BaseModel):
    text: str
    positive: bool
    evidence: list["MatchPageMatchSuppliersSuppliersNodesReasonsEvidence"]


class MatchPageMatchSuppliersSuppliersNodesReasonsEvidence(BaseModel):
    id: str
    text: str


class MatchPageMatchSuppliersExcluded(BaseModel):
    rule: str
    text: str
    supplier: "MatchPageMatchSuppliersExcludedSupplier"


class MatchPageMatchSuppliersExcludedSupplier(BaseModel):
    id: str
    name: str


MatchPage.model_rebuild()
MatchPageMatchSuppliers.model_rebuild()
MatchPageMatchSuppliersSuppliers.model_rebuild()
MatchPageMatchSuppliersSuppliersNodes.model_rebuild()
MatchPageMatchSuppliersSuppliersNodesReasons.model_rebuild()
MatchPageMatchSuppliersExcluded.model_rebuild()
