from .base_model import BaseModel
from .fragments import (
    DataNotice,
    DataNoticeSources,  # noqa: F401
)


class HubFigures(BaseModel):
    hub: "HubFiguresHub"


class HubFiguresHub(DataNotice):
    version: str
    sectors: list[str]
    counts: "HubFiguresHubCounts"


class HubFiguresHubCounts(BaseModel):
    buyers: int
    suppliers: int
    contracts: int
    payments: int


HubFigures.model_rebuild()
HubFiguresHub.model_rebuild()
