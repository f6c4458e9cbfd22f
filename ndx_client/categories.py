from pydantic import Field

from .base_model import BaseModel
from .fragments import CategoryDetails, PageDetails


class Categories(BaseModel):
    categories: "CategoriesCategories"


class CategoriesCategories(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "CategoriesCategoriesPageInfo" = Field(alias="pageInfo")
    nodes: list["CategoriesCategoriesNodes"]


CategoriesCategoriesPageInfo = PageDetails
CategoriesCategoriesNodes = CategoryDetails
Categories.model_rebuild()
CategoriesCategories.model_rebuild()
