// Keys: one id a node of each label. Ranges: what loads, pages and matches look up by.

CREATE CONSTRAINT organisation_id IF NOT EXISTS FOR (n:Organisation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT contract_id IF NOT EXISTS FOR (n:Contract) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT category_id IF NOT EXISTS FOR (n:Category) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT framework_id IF NOT EXISTS FOR (n:Framework) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT procurement_id IF NOT EXISTS FOR (n:Procurement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT lot_id IF NOT EXISTS FOR (n:Lot) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT award_id IF NOT EXISTS FOR (n:Award) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT organisation_state_id IF NOT EXISTS FOR (n:OrganisationState) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT contract_state_id IF NOT EXISTS FOR (n:ContractState) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT category_state_id IF NOT EXISTS FOR (n:CategoryState) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT framework_state_id IF NOT EXISTS FOR (n:FrameworkState) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT procurement_state_id IF NOT EXISTS FOR (n:ProcurementState) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT lot_state_id IF NOT EXISTS FOR (n:LotState) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT award_state_id IF NOT EXISTS FOR (n:AwardState) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT mention_id IF NOT EXISTS FOR (n:Mention) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT identifier_id IF NOT EXISTS FOR (n:Identifier) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT payment_id IF NOT EXISTS FOR (n:Payment) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT release_id IF NOT EXISTS FOR (n:Release) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;

CREATE INDEX mention_name_key IF NOT EXISTS FOR (n:Mention) ON (n.nameKey);
CREATE INDEX contract_ocid IF NOT EXISTS FOR (n:Contract) ON (n.ocid);
CREATE INDEX contract_public_from IF NOT EXISTS FOR (n:Contract) ON (n.publicFrom);
CREATE INDEX payment_public_from IF NOT EXISTS FOR (n:Payment) ON (n.publicFrom);
CREATE INDEX payment_source IF NOT EXISTS FOR (n:Payment) ON (n.source);
CREATE INDEX organisation_name IF NOT EXISTS FOR (n:Organisation) ON (n.name);
CREATE INDEX release_ocid IF NOT EXISTS FOR (n:Release) ON (n.ocid);
CREATE INDEX release_source IF NOT EXISTS FOR (n:Release) ON (n.source);
CREATE INDEX framework_code IF NOT EXISTS FOR (n:Framework) ON (n.code);
CREATE INDEX category_code IF NOT EXISTS FOR (n:Category) ON (n.code);
