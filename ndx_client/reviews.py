from pydantic import Field

from .base_model import BaseModel
from .fragments import PageDetails, ReviewDetails


class Reviews(BaseModel):
    reviews: "ReviewsReviews"


class ReviewsReviews(BaseModel):
    total_count: int = Field(alias="totalCount")
    page_info: "ReviewsReviewsPageInfo" = Field(alias="pageInfo")
    nodes: list["ReviewsReviewsNodes"]


ReviewsReviewsPageInfo = PageDetails
ReviewsReviewsNodes = ReviewDetails
Reviews.model_rebuild()
ReviewsReviews.model_rebuild()
