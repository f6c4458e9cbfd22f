from datetime import date
from typing import Any, Optional, Union

from .async_base_client import AsyncBaseClient
from .base_model import UNSET, UnsetType
from .buyer_page import BuyerPage
from .contract_page import ContractPage
from .hub_figures import HubFigures
from .input_types import NeedInput
from .match_page import MatchPage
from .supplier_page import SupplierPage


def gql(q: str) -> str:
    return q


class HubClient(AsyncBaseClient):
    async def buyer_page(
        self,
        id: str,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> BuyerPage:
        query = gql("""
            query BuyerPage($id: ID!, $after: String, $asOf: Date) {
              hub {
                ...DataNotice
              }
              buyer(id: $id, asOf: $asOf) {
                id
                name
                sector
                region
                since
                contracts(first: 20, after: $after) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...ContractLine
                    suppliers(first: 3) {
                      totalCount
                      nodes {
                        id
                        name
                      }
                    }
                  }
                }
              }
            }

            fragment ContractLine on Contract {
              id
              title
              signedOn
              startsOn
              endsOn
              publicFrom
              value {
                amount
                currency
              }
              paid {
                amount
                currency
              }
            }

            fragment DataNotice on Hub {
              dataUpTo
              sources {
                id
                name
                licence
                fictional
                records
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "after": after, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="BuyerPage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return BuyerPage.model_validate(data)

    async def contract_page(
        self,
        id: str,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ContractPage:
        query = gql("""
            query ContractPage($id: ID!, $after: String, $asOf: Date) {
              hub {
                ...DataNotice
              }
              contract(id: $id, asOf: $asOf) {
                id
                origin
                ocid
                reference
                title
                description
                status
                lot
                signedOn
                startsOn
                endsOn
                publicFrom
                basis
                source
                value {
                  amount
                  currency
                }
                gross {
                  amount
                  currency
                }
                paid {
                  amount
                  currency
                }
                buyer {
                  id
                  name
                }
                suppliers(first: 20) {
                  totalCount
                  nodes {
                    id
                    name
                  }
                }
                framework {
                  code
                  name
                }
                categories(first: 10) {
                  nodes {
                    code
                    name
                  }
                }
                payments(first: 20, after: $after) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    id
                    month
                    text
                    reference
                    amount {
                      amount
                      currency
                    }
                  }
                }
              }
            }

            fragment DataNotice on Hub {
              dataUpTo
              sources {
                id
                name
                licence
                fictional
                records
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "after": after, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="ContractPage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ContractPage.model_validate(data)

    async def hub_figures(self, **kwargs: Any) -> HubFigures:
        query = gql("""
            query HubFigures {
              hub {
                version
                sectors
                ...DataNotice
                counts {
                  buyers
                  suppliers
                  contracts
                  payments
                }
              }
            }

            fragment DataNotice on Hub {
              dataUpTo
              sources {
                id
                name
                licence
                fictional
                records
              }
            }
            """)
        variables: dict[str, object] = {}
        response = await self.execute(
            query=query, operation_name="HubFigures", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return HubFigures.model_validate(data)

    async def match_page(
        self,
        need: NeedInput,
        after: Union[Optional[str], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> MatchPage:
        query = gql("""
            query MatchPage($need: NeedInput!, $after: String) {
              hub {
                ...DataNotice
              }
              matchSuppliers(need: $need) {
                modelVersion
                asOf
                degraded
                understood
                hash
                tookMs
                suppliers(first: 10, after: $after) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    rank
                    score
                    supplier {
                      id
                      name
                      sizeClass
                    }
                    contributions {
                      feature
                      group
                      value
                      text
                    }
                    reasons {
                      text
                      positive
                      evidence {
                        id
                        text
                      }
                    }
                  }
                }
                excluded(first: 20) {
                  rule
                  text
                  supplier {
                    id
                    name
                  }
                }
              }
            }

            fragment DataNotice on Hub {
              dataUpTo
              sources {
                id
                name
                licence
                fictional
                records
              }
            }
            """)
        variables: dict[str, object] = {"need": need, "after": after}
        response = await self.execute(
            query=query, operation_name="MatchPage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return MatchPage.model_validate(data)

    async def supplier_page(
        self,
        id: str,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> SupplierPage:
        query = gql("""
            query SupplierPage($id: ID!, $after: String, $asOf: Date) {
              hub {
                ...DataNotice
              }
              supplier(id: $id, asOf: $asOf) {
                id
                name
                kind
                region
                sizeClass
                since
                contracts(first: 20, after: $after) {
                  totalCount
                  pageInfo {
                    hasNextPage
                    endCursor
                  }
                  nodes {
                    ...ContractLine
                    buyer {
                      id
                      name
                    }
                  }
                }
              }
            }

            fragment ContractLine on Contract {
              id
              title
              signedOn
              startsOn
              endsOn
              publicFrom
              value {
                amount
                currency
              }
              paid {
                amount
                currency
              }
            }

            fragment DataNotice on Hub {
              dataUpTo
              sources {
                id
                name
                licence
                fictional
                records
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "after": after, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="SupplierPage", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return SupplierPage.model_validate(data)
