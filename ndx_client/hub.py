from datetime import date
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class Hub(BaseModel):
    hub: "HubHub"


class HubHub(BaseModel):
    version: str
    data_up_to: Optional[date] = Field(alias="dataUpTo")
    sectors: list[str]
    engine: "HubHubEngine"
    sources: list["HubHubSources"]
    counts: "HubHubCounts"


class HubHubEngine(BaseModel):
    name: str
    version: str


class HubHubSources(BaseModel):
    id: str
    name: str
    publisher: str
    licence: str
    fictional: bool
    fetched_at: Optional[date] = Field(alias="fetchedAt")
    records: int
    data_up_to: Optional[date] = Field(alias="dataUpTo")


class HubHubCounts(BaseModel):
    buyers: int
    suppliers: int
    contracts: int
    payments: int
    categories: int
    frameworks: int
    procurements: int


Hub.model_rebuild()
HubHub.model_rebuild()
