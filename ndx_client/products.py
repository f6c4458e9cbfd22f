from pydantic import Field

from .base_model import BaseModel
from .fragments import PageDetails, ProductDetails


class Products(BaseModel):
    products: "ProductsProducts"


class ProductsProducts(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ProductsProductsPageInfo" = Field(alias="pageInfo")
    nodes: list["ProductsProductsNodes"]


ProductsProductsPageInfo = PageDetails
ProductsProductsNodes = ProductDetails
Products.model_rebuild()
ProductsProducts.model_rebuild()
