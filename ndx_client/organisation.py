from typing import Optional

from .base_model import BaseModel
from .fragments import OrganisationDetails


class Organisation(BaseModel):
    organisation: Optional["OrganisationOrganisation"]


OrganisationOrganisation = OrganisationDetails
Organisation.model_rebuild()
