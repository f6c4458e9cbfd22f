from datetime import date
from typing import Any, Optional, Union

from .amendment import Amendment
from .assessment import Assessment
from .async_base_client import AsyncBaseClient
from .award import Award
from .base_model import UNSET, UnsetType
from .buyer import Buyer
from .buyer_page import BuyerPage
from .buyers import Buyers
from .categories import Categories
from .category import Category
from .contract import Contract
from .contract_amendments import ContractAmendments
from .contract_assessments import ContractAssessments
from .contract_failures import ContractFailures
from .contract_kpis import ContractKpis
from .contract_page import ContractPage
from .contracts import Contracts
from .deal import Deal
from .deals import Deals
from .enums import (
    CodeOrder,
    ContractOrder,
    DealOrder,
    NewestOrder,
    OrganisationOrder,
    PaymentOrder,
    ProductOrder,
    ReviewOrder,
)
from .failure import Failure
from .framework import Framework
from .framework_lot import FrameworkLot
from .framework_lots import FrameworkLots
from .frameworks import Frameworks
from .hub import Hub
from .hub_figures import HubFigures
from .input_types import (
    BuyerWhere,
    CategoryWhere,
    ContractWhere,
    DealWhere,
    FrameworkWhere,
    IdentifierInput,
    NeedInput,
    PaymentWhere,
    ProcurementWhere,
    ProductWhere,
    ReviewWhere,
    SupplierWhere,
)
from .kpi import Kpi
from .kpi_assessments import KpiAssessments
from .lot import Lot
from .match_page import MatchPage
from .match_suppliers import MatchSuppliers
from .node import Node
from .nodes import Nodes
from .notice import Notice
from .offer import Offer
from .organisation import Organisation
from .payment import Payment
from .payments import Payments
from .procurement import Procurement
from .procurement_amendments import ProcurementAmendments
from .procurement_assessments import ProcurementAssessments
from .procurement_awards import ProcurementAwards
from .procurement_failures import ProcurementFailures
from .procurement_kpis import ProcurementKpis
from .procurement_lots import ProcurementLots
from .procurement_notices import ProcurementNotices
from .procurements import Procurements
from .product import Product
from .product_offers import ProductOffers
from .products import Products
from .review import Review
from .reviews import Reviews
from .supplier import Supplier
from .supplier_page import SupplierPage
from .suppliers import Suppliers


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

    async def buyers(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        last: Union[Optional[int], UnsetType] = UNSET,
        before: Union[Optional[str], UnsetType] = UNSET,
        where: Union[Optional[BuyerWhere], UnsetType] = UNSET,
        order_by: Union[Optional[OrganisationOrder], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Buyers:
        query = gql("""
            query Buyers($first: Int, $after: String, $last: Int, $before: String, $where: BuyerWhere, $orderBy: OrganisationOrder = NAME, $asOf: Date) {
              buyers(
                first: $first
                after: $after
                last: $last
                before: $before
                where: $where
                orderBy: $orderBy
                asOf: $asOf
              ) {
                totalCount
                pageInfo {
                  ...PageDetails
                }
                nodes {
                  ...BuyerDetails
                }
              }
            }

            fragment BuyerDetails on Buyer {
              id
              name
              kind
              sector
              region
              sizeClass
              since
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "last": last,
            "before": before,
            "where": where,
            "orderBy": order_by,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="Buyers", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Buyers.model_validate(data)

    async def buyer(
        self,
        id: Union[Optional[str], UnsetType] = UNSET,
        identifier: Union[Optional[IdentifierInput], UnsetType] = UNSET,
        name: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Buyer:
        query = gql("""
            query Buyer($id: ID, $identifier: IdentifierInput, $name: String, $asOf: Date) {
              buyer(id: $id, identifier: $identifier, name: $name, asOf: $asOf) {
                ...BuyerDetails
              }
            }

            fragment BuyerDetails on Buyer {
              id
              name
              kind
              sector
              region
              sizeClass
              since
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "identifier": identifier,
            "name": name,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="Buyer", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Buyer.model_validate(data)

    async def categories(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        last: Union[Optional[int], UnsetType] = UNSET,
        before: Union[Optional[str], UnsetType] = UNSET,
        where: Union[Optional[CategoryWhere], UnsetType] = UNSET,
        order_by: Union[Optional[CodeOrder], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Categories:
        query = gql("""
            query Categories($first: Int, $after: String, $last: Int, $before: String, $where: CategoryWhere, $orderBy: CodeOrder = CODE, $asOf: Date) {
              categories(
                first: $first
                after: $after
                last: $last
                before: $before
                where: $where
                orderBy: $orderBy
                asOf: $asOf
              ) {
                totalCount
                pageInfo {
                  ...PageDetails
                }
                nodes {
                  ...CategoryDetails
                }
              }
            }

            fragment CategoryDetails on Category {
              id
              scheme
              code
              name
              publicFrom
              parent {
                id
                name
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "last": last,
            "before": before,
            "where": where,
            "orderBy": order_by,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="Categories", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Categories.model_validate(data)

    async def category(
        self, id: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> Category:
        query = gql("""
            query Category($id: ID!, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ...CategoryDetails
              }
            }

            fragment CategoryDetails on Category {
              id
              scheme
              code
              name
              publicFrom
              parent {
                id
                name
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Category", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Category.model_validate(data)

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

    async def contracts(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        last: Union[Optional[int], UnsetType] = UNSET,
        before: Union[Optional[str], UnsetType] = UNSET,
        where: Union[Optional[ContractWhere], UnsetType] = UNSET,
        order_by: Union[Optional[ContractOrder], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Contracts:
        query = gql("""
            query Contracts($first: Int, $after: String, $last: Int, $before: String, $where: ContractWhere, $orderBy: ContractOrder = NEWEST, $asOf: Date) {
              contracts(
                first: $first
                after: $after
                last: $last
                before: $before
                where: $where
                orderBy: $orderBy
                asOf: $asOf
              ) {
                totalCount
                pageInfo {
                  ...PageDetails
                }
                nodes {
                  ...ContractDetails
                }
              }
            }

            fragment ContractDetails on Contract {
              id
              origin
              ocid
              reference
              title
              description
              status
              lot
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
              signedOn
              startsOn
              endsOn
              extendsTo
              months
              hasRenewal
              renewal
              hasOptions
              options
              aboveThreshold
              statusDetails
              terminationRationales
              noMetricsRationale
              publicFrom
              basis
              source
              buyer {
                id
                name
              }
              framework {
                id
                name
              }
              procurement {
                id
                title
              }
              suppliers(first: 5) {
                totalCount
                nodes {
                  id
                  name
                }
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "last": last,
            "before": before,
            "where": where,
            "orderBy": order_by,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="Contracts", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Contracts.model_validate(data)

    async def contract(
        self,
        id: Union[Optional[str], UnsetType] = UNSET,
        ocid: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Contract:
        query = gql("""
            query Contract($id: ID, $ocid: String, $asOf: Date) {
              contract(id: $id, ocid: $ocid, asOf: $asOf) {
                ...ContractDetails
              }
            }

            fragment ContractDetails on Contract {
              id
              origin
              ocid
              reference
              title
              description
              status
              lot
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
              signedOn
              startsOn
              endsOn
              extendsTo
              months
              hasRenewal
              renewal
              hasOptions
              options
              aboveThreshold
              statusDetails
              terminationRationales
              noMetricsRationale
              publicFrom
              basis
              source
              buyer {
                id
                name
              }
              framework {
                id
                name
              }
              procurement {
                id
                title
              }
              suppliers(first: 5) {
                totalCount
                nodes {
                  id
                  name
                }
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "ocid": ocid, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Contract", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Contract.model_validate(data)

    async def contract_amendments(
        self,
        id: str,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ContractAmendments:
        query = gql("""
            query ContractAmendments($id: ID!, $first: Int, $after: String, $asOf: Date) {
              contract(id: $id, asOf: $asOf) {
                amendments(first: $first, after: $after) {
                  totalCount
                  pageInfo {
                    ...PageDetails
                  }
                  nodes {
                    ...AmendmentDetails
                  }
                }
              }
            }

            fragment AmendmentDetails on Amendment {
              id
              reference
              section
              holder
              proposed
              amendedOn
              description
              rationale
              rationales
              value {
                amount
                currency
              }
              startsOn
              endsOn
              aboveThreshold
              hasRenewal
              publicFrom
              basis
              source
              procurement {
                id
                title
              }
              contract {
                id
                title
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "first": first,
            "after": after,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query,
            operation_name="ContractAmendments",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ContractAmendments.model_validate(data)

    async def contract_kpis(
        self,
        id: str,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ContractKpis:
        query = gql("""
            query ContractKpis($id: ID!, $first: Int, $after: String, $asOf: Date) {
              contract(id: $id, asOf: $asOf) {
                kpis(first: $first, after: $after) {
                  totalCount
                  pageInfo {
                    ...PageDetails
                  }
                  nodes {
                    ...KpiDetails
                  }
                }
              }
            }

            fragment KpiDetails on Kpi {
              id
              reference
              name
              description
              target
              unit
              publicFrom
              basis
              source
              contract {
                id
                title
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "first": first,
            "after": after,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="ContractKpis", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ContractKpis.model_validate(data)

    async def contract_assessments(
        self,
        id: str,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ContractAssessments:
        query = gql("""
            query ContractAssessments($id: ID!, $first: Int, $after: String, $asOf: Date) {
              contract(id: $id, asOf: $asOf) {
                assessments(first: $first, after: $after) {
                  totalCount
                  pageInfo {
                    ...PageDetails
                  }
                  nodes {
                    ...AssessmentDetails
                  }
                }
              }
            }

            fragment AssessmentDetails on Assessment {
              id
              reference
              rating
              code
              ratingText
              measure
              unit
              value {
                amount
                currency
              }
              description
              periodFrom
              periodTo
              assessedOn
              publicFrom
              basis
              source
              contract {
                id
                title
              }
              kpi {
                id
                name
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "first": first,
            "after": after,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query,
            operation_name="ContractAssessments",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ContractAssessments.model_validate(data)

    async def contract_failures(
        self,
        id: str,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ContractFailures:
        query = gql("""
            query ContractFailures($id: ID!, $first: Int, $after: String, $asOf: Date) {
              contract(id: $id, asOf: $asOf) {
                failures(first: $first, after: $after) {
                  totalCount
                  pageInfo {
                    ...PageDetails
                  }
                  nodes {
                    ...FailureDetails
                  }
                }
              }
            }

            fragment FailureDetails on Failure {
              id
              reference
              requirement
              description
              category
              events
              periodFrom
              periodTo
              decidedOn
              penaltyOn
              penaltyType
              penaltyBasis
              penaltyContracted
              penaltyImposed
              penaltyPaid
              penalty {
                amount
                currency
              }
              penaltyGross {
                amount
                currency
              }
              partialTermination
              publicFrom
              basis
              source
              contract {
                id
                title
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "first": first,
            "after": after,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query,
            operation_name="ContractFailures",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ContractFailures.model_validate(data)

    async def deals(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        last: Union[Optional[int], UnsetType] = UNSET,
        before: Union[Optional[str], UnsetType] = UNSET,
        where: Union[Optional[DealWhere], UnsetType] = UNSET,
        order_by: Union[Optional[DealOrder], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Deals:
        query = gql("""
            query Deals($first: Int, $after: String, $last: Int, $before: String, $where: DealWhere, $orderBy: DealOrder = NEWEST, $asOf: Date) {
              deals(
                first: $first
                after: $after
                last: $last
                before: $before
                where: $where
                orderBy: $orderBy
                asOf: $asOf
              ) {
                totalCount
                pageInfo {
                  ...PageDetails
                }
                nodes {
                  ...DealDetails
                }
              }
            }

            fragment DealDetails on Deal {
              id
              lot
              name
              priceMin {
                amount
                currency
              }
              priceMax {
                amount
                currency
              }
              grossMin {
                amount
                currency
              }
              grossMax {
                amount
                currency
              }
              setupPrice {
                amount
                currency
              }
              unit
              interval
              minQuantity
              maxQuantity
              validFrom
              validTo
              buyerTypes
              regions
              currency
              tiers {
                from
                to
                price
              }
              publicFrom
              basis
              source
              product {
                id
                name
              }
              framework {
                id
                name
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "last": last,
            "before": before,
            "where": where,
            "orderBy": order_by,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="Deals", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Deals.model_validate(data)

    async def deal(
        self, id: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> Deal:
        query = gql("""
            query Deal($id: ID!, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ...DealDetails
              }
            }

            fragment DealDetails on Deal {
              id
              lot
              name
              priceMin {
                amount
                currency
              }
              priceMax {
                amount
                currency
              }
              grossMin {
                amount
                currency
              }
              grossMax {
                amount
                currency
              }
              setupPrice {
                amount
                currency
              }
              unit
              interval
              minQuantity
              maxQuantity
              validFrom
              validTo
              buyerTypes
              regions
              currency
              tiers {
                from
                to
                price
              }
              publicFrom
              basis
              source
              product {
                id
                name
              }
              framework {
                id
                name
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Deal", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Deal.model_validate(data)

    async def frameworks(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        last: Union[Optional[int], UnsetType] = UNSET,
        before: Union[Optional[str], UnsetType] = UNSET,
        where: Union[Optional[FrameworkWhere], UnsetType] = UNSET,
        order_by: Union[Optional[CodeOrder], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Frameworks:
        query = gql("""
            query Frameworks($first: Int, $after: String, $last: Int, $before: String, $where: FrameworkWhere, $orderBy: CodeOrder = CODE, $asOf: Date) {
              frameworks(
                first: $first
                after: $after
                last: $last
                before: $before
                where: $where
                orderBy: $orderBy
                asOf: $asOf
              ) {
                totalCount
                pageInfo {
                  ...PageDetails
                }
                nodes {
                  ...FrameworkDetails
                }
              }
            }

            fragment FrameworkDetails on Framework {
              id
              code
              name
              owner
              kind
              status
              startsOn
              endsOn
              extendsTo
              callOff
              buyerTypes
              regions
              url
              publicFrom
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "last": last,
            "before": before,
            "where": where,
            "orderBy": order_by,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="Frameworks", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Frameworks.model_validate(data)

    async def framework(
        self, id: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> Framework:
        query = gql("""
            query Framework($id: ID!, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ...FrameworkDetails
              }
            }

            fragment FrameworkDetails on Framework {
              id
              code
              name
              owner
              kind
              status
              startsOn
              endsOn
              extendsTo
              callOff
              buyerTypes
              regions
              url
              publicFrom
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Framework", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Framework.model_validate(data)

    async def framework_lots(
        self,
        id: str,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> FrameworkLots:
        query = gql("""
            query FrameworkLots($id: ID!, $first: Int, $after: String, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ... on Framework {
                  lots(first: $first, after: $after) {
                    totalCount
                    pageInfo {
                      ...PageDetails
                    }
                    nodes {
                      ...FrameworkLotDetails
                    }
                  }
                }
              }
            }

            fragment FrameworkLotDetails on FrameworkLot {
              id
              code
              name
              description
              cpv
              callOff
              maxMonths
              extensionMonths
              publicFrom
              basis
              source
              framework {
                id
                name
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "first": first,
            "after": after,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="FrameworkLots", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return FrameworkLots.model_validate(data)

    async def framework_lot(
        self, id: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> FrameworkLot:
        query = gql("""
            query FrameworkLot($id: ID!, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ...FrameworkLotDetails
              }
            }

            fragment FrameworkLotDetails on FrameworkLot {
              id
              code
              name
              description
              cpv
              callOff
              maxMonths
              extensionMonths
              publicFrom
              basis
              source
              framework {
                id
                name
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="FrameworkLot", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return FrameworkLot.model_validate(data)

    async def hub(self, **kwargs: Any) -> Hub:
        query = gql("""
            query Hub {
              hub {
                version
                dataUpTo
                sectors
                engine {
                  name
                  version
                }
                sources {
                  id
                  name
                  publisher
                  licence
                  fictional
                  fetchedAt
                  records
                  dataUpTo
                }
                counts {
                  buyers
                  suppliers
                  contracts
                  payments
                  categories
                  frameworks
                  procurements
                }
              }
            }
            """)
        variables: dict[str, object] = {}
        response = await self.execute(
            query=query, operation_name="Hub", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Hub.model_validate(data)

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

    async def match_suppliers(
        self,
        need: NeedInput,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        excluded: Union[Optional[int], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> MatchSuppliers:
        query = gql("""
            query MatchSuppliers($need: NeedInput!, $first: Int = 10, $after: String, $excluded: Int = 20) {
              matchSuppliers(need: $need) {
                modelVersion
                asOf
                degraded
                understood
                hash
                tookMs
                suppliers(first: $first, after: $after) {
                  totalCount
                  pageInfo {
                    ...PageDetails
                  }
                  nodes {
                    rank
                    score
                    probability
                    supplier {
                      ...SupplierDetails
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
                excluded(first: $excluded) {
                  rule
                  text
                  supplier {
                    id
                    name
                  }
                }
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment SupplierDetails on Supplier {
              id
              name
              kind
              sector
              region
              sizeClass
              since
            }
            """)
        variables: dict[str, object] = {
            "need": need,
            "first": first,
            "after": after,
            "excluded": excluded,
        }
        response = await self.execute(
            query=query, operation_name="MatchSuppliers", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return MatchSuppliers.model_validate(data)

    async def node(
        self, id: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> Node:
        query = gql("""
            query Node($id: ID!, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                id
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Node", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Node.model_validate(data)

    async def nodes(
        self,
        ids: list[str],
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Nodes:
        query = gql("""
            query Nodes($ids: [ID!]!, $asOf: Date) {
              nodes(ids: $ids, asOf: $asOf) {
                __typename
                id
              }
            }
            """)
        variables: dict[str, object] = {"ids": ids, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Nodes", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Nodes.model_validate(data)

    async def notice(
        self, id: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> Notice:
        query = gql("""
            query Notice($id: ID!, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ...NoticeDetails
              }
            }

            fragment NoticeDetails on Notice {
              id
              reference
              section
              type
              name
              documentType
              description
              publishedOn
              url
              publicFrom
              basis
              source
              procurement {
                id
                title
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Notice", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Notice.model_validate(data)

    async def amendment(
        self, id: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> Amendment:
        query = gql("""
            query Amendment($id: ID!, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ...AmendmentDetails
              }
            }

            fragment AmendmentDetails on Amendment {
              id
              reference
              section
              holder
              proposed
              amendedOn
              description
              rationale
              rationales
              value {
                amount
                currency
              }
              startsOn
              endsOn
              aboveThreshold
              hasRenewal
              publicFrom
              basis
              source
              procurement {
                id
                title
              }
              contract {
                id
                title
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Amendment", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Amendment.model_validate(data)

    async def organisation(
        self,
        id: Union[Optional[str], UnsetType] = UNSET,
        identifier: Union[Optional[IdentifierInput], UnsetType] = UNSET,
        name: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Organisation:
        query = gql("""
            query Organisation($id: ID, $identifier: IdentifierInput, $name: String, $asOf: Date) {
              organisation(id: $id, identifier: $identifier, name: $name, asOf: $asOf) {
                ...OrganisationDetails
              }
            }

            fragment OrganisationDetails on Organisation {
              id
              name
              kind
              sector
              region
              sizeClass
              buyer {
                id
                name
              }
              supplier {
                id
                name
              }
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "identifier": identifier,
            "name": name,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="Organisation", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Organisation.model_validate(data)

    async def payments(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        last: Union[Optional[int], UnsetType] = UNSET,
        before: Union[Optional[str], UnsetType] = UNSET,
        where: Union[Optional[PaymentWhere], UnsetType] = UNSET,
        order_by: Union[Optional[PaymentOrder], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Payments:
        query = gql("""
            query Payments($first: Int, $after: String, $last: Int, $before: String, $where: PaymentWhere, $orderBy: PaymentOrder = NEWEST, $asOf: Date) {
              payments(
                first: $first
                after: $after
                last: $last
                before: $before
                where: $where
                orderBy: $orderBy
                asOf: $asOf
              ) {
                totalCount
                pageInfo {
                  ...PageDetails
                }
                nodes {
                  ...PaymentDetails
                }
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment PaymentDetails on Payment {
              id
              amount {
                amount
                currency
              }
              month
              text
              reference
              lines
              vat {
                amount
                currency
              }
              tax
              publicFrom
              basis
              source
              contract {
                id
                title
              }
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "last": last,
            "before": before,
            "where": where,
            "orderBy": order_by,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="Payments", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Payments.model_validate(data)

    async def payment(
        self, id: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> Payment:
        query = gql("""
            query Payment($id: ID!, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ...PaymentDetails
              }
            }

            fragment PaymentDetails on Payment {
              id
              amount {
                amount
                currency
              }
              month
              text
              reference
              lines
              vat {
                amount
                currency
              }
              tax
              publicFrom
              basis
              source
              contract {
                id
                title
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Payment", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Payment.model_validate(data)

    async def kpi(
        self, id: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> Kpi:
        query = gql("""
            query Kpi($id: ID!, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ...KpiDetails
              }
            }

            fragment KpiDetails on Kpi {
              id
              reference
              name
              description
              target
              unit
              publicFrom
              basis
              source
              contract {
                id
                title
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Kpi", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Kpi.model_validate(data)

    async def kpi_assessments(
        self,
        id: str,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> KpiAssessments:
        query = gql("""
            query KpiAssessments($id: ID!, $first: Int, $after: String, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ... on Kpi {
                  assessments(first: $first, after: $after) {
                    totalCount
                    pageInfo {
                      ...PageDetails
                    }
                    nodes {
                      ...AssessmentDetails
                    }
                  }
                }
              }
            }

            fragment AssessmentDetails on Assessment {
              id
              reference
              rating
              code
              ratingText
              measure
              unit
              value {
                amount
                currency
              }
              description
              periodFrom
              periodTo
              assessedOn
              publicFrom
              basis
              source
              contract {
                id
                title
              }
              kpi {
                id
                name
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "first": first,
            "after": after,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="KpiAssessments", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return KpiAssessments.model_validate(data)

    async def assessment(
        self, id: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> Assessment:
        query = gql("""
            query Assessment($id: ID!, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ...AssessmentDetails
              }
            }

            fragment AssessmentDetails on Assessment {
              id
              reference
              rating
              code
              ratingText
              measure
              unit
              value {
                amount
                currency
              }
              description
              periodFrom
              periodTo
              assessedOn
              publicFrom
              basis
              source
              contract {
                id
                title
              }
              kpi {
                id
                name
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Assessment", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Assessment.model_validate(data)

    async def failure(
        self, id: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> Failure:
        query = gql("""
            query Failure($id: ID!, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ...FailureDetails
              }
            }

            fragment FailureDetails on Failure {
              id
              reference
              requirement
              description
              category
              events
              periodFrom
              periodTo
              decidedOn
              penaltyOn
              penaltyType
              penaltyBasis
              penaltyContracted
              penaltyImposed
              penaltyPaid
              penalty {
                amount
                currency
              }
              penaltyGross {
                amount
                currency
              }
              partialTermination
              publicFrom
              basis
              source
              contract {
                id
                title
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Failure", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Failure.model_validate(data)

    async def procurements(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        last: Union[Optional[int], UnsetType] = UNSET,
        before: Union[Optional[str], UnsetType] = UNSET,
        where: Union[Optional[ProcurementWhere], UnsetType] = UNSET,
        order_by: Union[Optional[NewestOrder], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Procurements:
        query = gql("""
            query Procurements($first: Int, $after: String, $last: Int, $before: String, $where: ProcurementWhere, $orderBy: NewestOrder = NEWEST, $asOf: Date) {
              procurements(
                first: $first
                after: $after
                last: $last
                before: $before
                where: $where
                orderBy: $orderBy
                asOf: $asOf
              ) {
                totalCount
                pageInfo {
                  ...PageDetails
                }
                nodes {
                  ...ProcurementDetails
                }
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ProcurementDetails on Procurement {
              id
              ocid
              reference
              title
              description
              status
              method
              methodDetails
              mainCategory
              value {
                amount
                currency
              }
              gross {
                amount
                currency
              }
              minValue {
                amount
                currency
              }
              legalScheme
              legalId
              methodRationale
              methodRationales
              aboveThreshold
              finalStatusOn
              endReason
              statusDetails
              classes
              itemClasses
              related
              hasFramework
              specialRegimes
              coveredBy
              tendersFrom
              tendersUntil
              enquiriesUntil
              startsOn
              endsOn
              extendsTo
              suitsSme
              suitsVcse
              publicFrom
              basis
              source
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "last": last,
            "before": before,
            "where": where,
            "orderBy": order_by,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="Procurements", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Procurements.model_validate(data)

    async def procurement(
        self,
        id: Union[Optional[str], UnsetType] = UNSET,
        ocid: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Procurement:
        query = gql("""
            query Procurement($id: ID, $ocid: String, $asOf: Date) {
              procurement(id: $id, ocid: $ocid, asOf: $asOf) {
                ...ProcurementDetails
              }
            }

            fragment ProcurementDetails on Procurement {
              id
              ocid
              reference
              title
              description
              status
              method
              methodDetails
              mainCategory
              value {
                amount
                currency
              }
              gross {
                amount
                currency
              }
              minValue {
                amount
                currency
              }
              legalScheme
              legalId
              methodRationale
              methodRationales
              aboveThreshold
              finalStatusOn
              endReason
              statusDetails
              classes
              itemClasses
              related
              hasFramework
              specialRegimes
              coveredBy
              tendersFrom
              tendersUntil
              enquiriesUntil
              startsOn
              endsOn
              extendsTo
              suitsSme
              suitsVcse
              publicFrom
              basis
              source
            }
            """)
        variables: dict[str, object] = {"id": id, "ocid": ocid, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Procurement", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Procurement.model_validate(data)

    async def procurement_lots(
        self,
        id: str,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ProcurementLots:
        query = gql("""
            query ProcurementLots($id: ID!, $first: Int, $after: String, $asOf: Date) {
              procurement(id: $id, asOf: $asOf) {
                lots(first: $first, after: $after) {
                  totalCount
                  pageInfo {
                    ...PageDetails
                  }
                  nodes {
                    ...LotDetails
                  }
                }
              }
            }

            fragment LotDetails on Lot {
              id
              reference
              title
              description
              status
              value {
                amount
                currency
              }
              gross {
                amount
                currency
              }
              startsOn
              endsOn
              extendsTo
              months
              hasRenewal
              renewal
              hasOptions
              options
              suitsSme
              suitsVcse
              publicFrom
              basis
              source
              procurement {
                id
                title
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "first": first,
            "after": after,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="ProcurementLots", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ProcurementLots.model_validate(data)

    async def procurement_awards(
        self,
        id: str,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ProcurementAwards:
        query = gql("""
            query ProcurementAwards($id: ID!, $first: Int, $after: String, $asOf: Date) {
              procurement(id: $id, asOf: $asOf) {
                awards(first: $first, after: $after) {
                  totalCount
                  pageInfo {
                    ...PageDetails
                  }
                  nodes {
                    ...AwardDetails
                  }
                }
              }
            }

            fragment AwardDetails on Award {
              id
              reference
              title
              status
              value {
                amount
                currency
              }
              gross {
                amount
                currency
              }
              startsOn
              endsOn
              extendsTo
              months
              hasRenewal
              renewal
              hasOptions
              options
              description
              mainCategory
              aboveThreshold
              lots
              itemClasses
              awardedOn
              finalStatusOn
              statusDetails
              publicFrom
              basis
              source
              procurement {
                id
                title
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "first": first,
            "after": after,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query,
            operation_name="ProcurementAwards",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ProcurementAwards.model_validate(data)

    async def procurement_notices(
        self,
        id: str,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ProcurementNotices:
        query = gql("""
            query ProcurementNotices($id: ID!, $first: Int, $after: String, $asOf: Date) {
              procurement(id: $id, asOf: $asOf) {
                notices(first: $first, after: $after) {
                  totalCount
                  pageInfo {
                    ...PageDetails
                  }
                  nodes {
                    ...NoticeDetails
                  }
                }
              }
            }

            fragment NoticeDetails on Notice {
              id
              reference
              section
              type
              name
              documentType
              description
              publishedOn
              url
              publicFrom
              basis
              source
              procurement {
                id
                title
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "first": first,
            "after": after,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query,
            operation_name="ProcurementNotices",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ProcurementNotices.model_validate(data)

    async def procurement_amendments(
        self,
        id: str,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ProcurementAmendments:
        query = gql("""
            query ProcurementAmendments($id: ID!, $first: Int, $after: String, $asOf: Date) {
              procurement(id: $id, asOf: $asOf) {
                amendments(first: $first, after: $after) {
                  totalCount
                  pageInfo {
                    ...PageDetails
                  }
                  nodes {
                    ...AmendmentDetails
                  }
                }
              }
            }

            fragment AmendmentDetails on Amendment {
              id
              reference
              section
              holder
              proposed
              amendedOn
              description
              rationale
              rationales
              value {
                amount
                currency
              }
              startsOn
              endsOn
              aboveThreshold
              hasRenewal
              publicFrom
              basis
              source
              procurement {
                id
                title
              }
              contract {
                id
                title
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "first": first,
            "after": after,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query,
            operation_name="ProcurementAmendments",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ProcurementAmendments.model_validate(data)

    async def procurement_kpis(
        self,
        id: str,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ProcurementKpis:
        query = gql("""
            query ProcurementKpis($id: ID!, $first: Int, $after: String, $asOf: Date) {
              procurement(id: $id, asOf: $asOf) {
                kpis(first: $first, after: $after) {
                  totalCount
                  pageInfo {
                    ...PageDetails
                  }
                  nodes {
                    ...KpiDetails
                  }
                }
              }
            }

            fragment KpiDetails on Kpi {
              id
              reference
              name
              description
              target
              unit
              publicFrom
              basis
              source
              contract {
                id
                title
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "first": first,
            "after": after,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="ProcurementKpis", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ProcurementKpis.model_validate(data)

    async def procurement_assessments(
        self,
        id: str,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ProcurementAssessments:
        query = gql("""
            query ProcurementAssessments($id: ID!, $first: Int, $after: String, $asOf: Date) {
              procurement(id: $id, asOf: $asOf) {
                assessments(first: $first, after: $after) {
                  totalCount
                  pageInfo {
                    ...PageDetails
                  }
                  nodes {
                    ...AssessmentDetails
                  }
                }
              }
            }

            fragment AssessmentDetails on Assessment {
              id
              reference
              rating
              code
              ratingText
              measure
              unit
              value {
                amount
                currency
              }
              description
              periodFrom
              periodTo
              assessedOn
              publicFrom
              basis
              source
              contract {
                id
                title
              }
              kpi {
                id
                name
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "first": first,
            "after": after,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query,
            operation_name="ProcurementAssessments",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ProcurementAssessments.model_validate(data)

    async def procurement_failures(
        self,
        id: str,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ProcurementFailures:
        query = gql("""
            query ProcurementFailures($id: ID!, $first: Int, $after: String, $asOf: Date) {
              procurement(id: $id, asOf: $asOf) {
                failures(first: $first, after: $after) {
                  totalCount
                  pageInfo {
                    ...PageDetails
                  }
                  nodes {
                    ...FailureDetails
                  }
                }
              }
            }

            fragment FailureDetails on Failure {
              id
              reference
              requirement
              description
              category
              events
              periodFrom
              periodTo
              decidedOn
              penaltyOn
              penaltyType
              penaltyBasis
              penaltyContracted
              penaltyImposed
              penaltyPaid
              penalty {
                amount
                currency
              }
              penaltyGross {
                amount
                currency
              }
              partialTermination
              publicFrom
              basis
              source
              contract {
                id
                title
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "first": first,
            "after": after,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query,
            operation_name="ProcurementFailures",
            variables=variables,
            **kwargs,
        )
        data = self.get_data(response)
        return ProcurementFailures.model_validate(data)

    async def lot(
        self, id: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> Lot:
        query = gql("""
            query Lot($id: ID!, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ...LotDetails
              }
            }

            fragment LotDetails on Lot {
              id
              reference
              title
              description
              status
              value {
                amount
                currency
              }
              gross {
                amount
                currency
              }
              startsOn
              endsOn
              extendsTo
              months
              hasRenewal
              renewal
              hasOptions
              options
              suitsSme
              suitsVcse
              publicFrom
              basis
              source
              procurement {
                id
                title
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Lot", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Lot.model_validate(data)

    async def award(
        self, id: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> Award:
        query = gql("""
            query Award($id: ID!, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ...AwardDetails
              }
            }

            fragment AwardDetails on Award {
              id
              reference
              title
              status
              value {
                amount
                currency
              }
              gross {
                amount
                currency
              }
              startsOn
              endsOn
              extendsTo
              months
              hasRenewal
              renewal
              hasOptions
              options
              description
              mainCategory
              aboveThreshold
              lots
              itemClasses
              awardedOn
              finalStatusOn
              statusDetails
              publicFrom
              basis
              source
              procurement {
                id
                title
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Award", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Award.model_validate(data)

    async def products(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        last: Union[Optional[int], UnsetType] = UNSET,
        before: Union[Optional[str], UnsetType] = UNSET,
        where: Union[Optional[ProductWhere], UnsetType] = UNSET,
        order_by: Union[Optional[ProductOrder], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Products:
        query = gql("""
            query Products($first: Int, $after: String, $last: Int, $before: String, $where: ProductWhere, $orderBy: ProductOrder = NEWEST, $asOf: Date) {
              products(
                first: $first
                after: $after
                last: $last
                before: $before
                where: $where
                orderBy: $orderBy
                asOf: $asOf
              ) {
                totalCount
                pageInfo {
                  ...PageDetails
                }
                nodes {
                  ...ProductDetails
                }
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ProductDetails on Product {
              id
              name
              description
              features
              benefits
              cpv
              url
              sourceCode
              licence
              version
              cloudDeploymentModel
              resellingType
              dataStorageAndProcessingLocations
              publicSectorNetworksTypes
              governmentSecurityClearances
              staffSecurityClearanceChecks
              securityGovernanceStandards
              datacentreSecurityStandards
              penetrationTesting
              penetrationTestingApproach
              accessRestrictionTesting
              userAuthentication
              managementAccessAuthentication
              protectionOfDataAtRest
              dataProtectionBetweenNetworks
              dataProtectionWithinNetwork
              dataExportFormats
              dataImportFormats
              apiDocumentationFormats
              serviceInterfaceAccessibility
              documentationAccessibility
              webChatSupportAccessibility
              emailOrTicketingSupportAccessibility
              emailOrTicketingSupport
              webChatSupport
              onsiteSupport
              phoneSupportAvailability
              metricsHow
              auditBuyersActions
              howLongSystemLogsStored
              secureDevelopment
              serviceAddOnType
              educationPricing
              freeVersionTrialOption
              phoneSupport
              api
              endOfContractDataExtraction
              endOfContractProcess
              dataExportHow
              publicFrom
              basis
              source
              supplier {
                id
                name
              }
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "last": last,
            "before": before,
            "where": where,
            "orderBy": order_by,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="Products", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Products.model_validate(data)

    async def product(
        self, id: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> Product:
        query = gql("""
            query Product($id: ID!, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ...ProductDetails
              }
            }

            fragment ProductDetails on Product {
              id
              name
              description
              features
              benefits
              cpv
              url
              sourceCode
              licence
              version
              cloudDeploymentModel
              resellingType
              dataStorageAndProcessingLocations
              publicSectorNetworksTypes
              governmentSecurityClearances
              staffSecurityClearanceChecks
              securityGovernanceStandards
              datacentreSecurityStandards
              penetrationTesting
              penetrationTestingApproach
              accessRestrictionTesting
              userAuthentication
              managementAccessAuthentication
              protectionOfDataAtRest
              dataProtectionBetweenNetworks
              dataProtectionWithinNetwork
              dataExportFormats
              dataImportFormats
              apiDocumentationFormats
              serviceInterfaceAccessibility
              documentationAccessibility
              webChatSupportAccessibility
              emailOrTicketingSupportAccessibility
              emailOrTicketingSupport
              webChatSupport
              onsiteSupport
              phoneSupportAvailability
              metricsHow
              auditBuyersActions
              howLongSystemLogsStored
              secureDevelopment
              serviceAddOnType
              educationPricing
              freeVersionTrialOption
              phoneSupport
              api
              endOfContractDataExtraction
              endOfContractProcess
              dataExportHow
              publicFrom
              basis
              source
              supplier {
                id
                name
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Product", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Product.model_validate(data)

    async def product_offers(
        self,
        id: str,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> ProductOffers:
        query = gql("""
            query ProductOffers($id: ID!, $first: Int, $after: String, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ... on Product {
                  offers(first: $first, after: $after) {
                    totalCount
                    pageInfo {
                      ...PageDetails
                    }
                    nodes {
                      ...OfferDetails
                    }
                  }
                }
              }
            }

            fragment OfferDetails on Offer {
              id
              lot
              priceMin {
                amount
                currency
              }
              priceMax {
                amount
                currency
              }
              grossMin {
                amount
                currency
              }
              grossMax {
                amount
                currency
              }
              setupPrice {
                amount
                currency
              }
              unit
              interval
              minQuantity
              maxQuantity
              validFrom
              validTo
              buyerTypes
              regions
              currency
              tiers {
                from
                to
                price
              }
              publicFrom
              basis
              source
              product {
                id
                name
              }
              framework {
                id
                name
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "first": first,
            "after": after,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="ProductOffers", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return ProductOffers.model_validate(data)

    async def offer(
        self, id: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> Offer:
        query = gql("""
            query Offer($id: ID!, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ...OfferDetails
              }
            }

            fragment OfferDetails on Offer {
              id
              lot
              priceMin {
                amount
                currency
              }
              priceMax {
                amount
                currency
              }
              grossMin {
                amount
                currency
              }
              grossMax {
                amount
                currency
              }
              setupPrice {
                amount
                currency
              }
              unit
              interval
              minQuantity
              maxQuantity
              validFrom
              validTo
              buyerTypes
              regions
              currency
              tiers {
                from
                to
                price
              }
              publicFrom
              basis
              source
              product {
                id
                name
              }
              framework {
                id
                name
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Offer", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Offer.model_validate(data)

    async def reviews(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        last: Union[Optional[int], UnsetType] = UNSET,
        before: Union[Optional[str], UnsetType] = UNSET,
        where: Union[Optional[ReviewWhere], UnsetType] = UNSET,
        order_by: Union[Optional[ReviewOrder], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Reviews:
        query = gql("""
            query Reviews($first: Int, $after: String, $last: Int, $before: String, $where: ReviewWhere, $orderBy: ReviewOrder = NEWEST, $asOf: Date) {
              reviews(
                first: $first
                after: $after
                last: $last
                before: $before
                where: $where
                orderBy: $orderBy
                asOf: $asOf
              ) {
                totalCount
                pageInfo {
                  ...PageDetails
                }
                nodes {
                  ...ReviewDetails
                }
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment ReviewDetails on Review {
              id
              rating
              delivery
              support
              value
              accessibility
              exit
              title
              text
              role
              writtenOn
              reply
              repliedOn
              publicFrom
              basis
              source
              by {
                id
                name
              }
              contract {
                id
                title
              }
              product {
                id
                name
              }
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "last": last,
            "before": before,
            "where": where,
            "orderBy": order_by,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="Reviews", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Reviews.model_validate(data)

    async def review(
        self, id: str, as_of: Union[Optional[date], UnsetType] = UNSET, **kwargs: Any
    ) -> Review:
        query = gql("""
            query Review($id: ID!, $asOf: Date) {
              node(id: $id, asOf: $asOf) {
                __typename
                ...ReviewDetails
              }
            }

            fragment ReviewDetails on Review {
              id
              rating
              delivery
              support
              value
              accessibility
              exit
              title
              text
              role
              writtenOn
              reply
              repliedOn
              publicFrom
              basis
              source
              by {
                id
                name
              }
              contract {
                id
                title
              }
              product {
                id
                name
              }
            }
            """)
        variables: dict[str, object] = {"id": id, "asOf": as_of}
        response = await self.execute(
            query=query, operation_name="Review", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Review.model_validate(data)

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

    async def suppliers(
        self,
        first: Union[Optional[int], UnsetType] = UNSET,
        after: Union[Optional[str], UnsetType] = UNSET,
        last: Union[Optional[int], UnsetType] = UNSET,
        before: Union[Optional[str], UnsetType] = UNSET,
        where: Union[Optional[SupplierWhere], UnsetType] = UNSET,
        order_by: Union[Optional[OrganisationOrder], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Suppliers:
        query = gql("""
            query Suppliers($first: Int, $after: String, $last: Int, $before: String, $where: SupplierWhere, $orderBy: OrganisationOrder = NAME, $asOf: Date) {
              suppliers(
                first: $first
                after: $after
                last: $last
                before: $before
                where: $where
                orderBy: $orderBy
                asOf: $asOf
              ) {
                totalCount
                pageInfo {
                  ...PageDetails
                }
                nodes {
                  ...SupplierDetails
                }
              }
            }

            fragment PageDetails on PageInfo {
              hasNextPage
              hasPreviousPage
              startCursor
              endCursor
            }

            fragment SupplierDetails on Supplier {
              id
              name
              kind
              sector
              region
              sizeClass
              since
            }
            """)
        variables: dict[str, object] = {
            "first": first,
            "after": after,
            "last": last,
            "before": before,
            "where": where,
            "orderBy": order_by,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="Suppliers", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Suppliers.model_validate(data)

    async def supplier(
        self,
        id: Union[Optional[str], UnsetType] = UNSET,
        identifier: Union[Optional[IdentifierInput], UnsetType] = UNSET,
        name: Union[Optional[str], UnsetType] = UNSET,
        as_of: Union[Optional[date], UnsetType] = UNSET,
        **kwargs: Any,
    ) -> Supplier:
        query = gql("""
            query Supplier($id: ID, $identifier: IdentifierInput, $name: String, $asOf: Date) {
              supplier(id: $id, identifier: $identifier, name: $name, asOf: $asOf) {
                ...SupplierDetails
              }
            }

            fragment SupplierDetails on Supplier {
              id
              name
              kind
              sector
              region
              sizeClass
              since
            }
            """)
        variables: dict[str, object] = {
            "id": id,
            "identifier": identifier,
            "name": name,
            "asOf": as_of,
        }
        response = await self.execute(
            query=query, operation_name="Supplier", variables=variables, **kwargs
        )
        data = self.get_data(response)
        return Supplier.model_validate(data)
