// Keys of notices and amendments, and of their superseded states.

CREATE CONSTRAINT notice_id IF NOT EXISTS FOR (n:Notice) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT notice_state_id IF NOT EXISTS FOR (n:NoticeState) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT amendment_id IF NOT EXISTS FOR (n:Amendment) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT amendment_state_id IF NOT EXISTS FOR (n:AmendmentState) REQUIRE n.id IS UNIQUE;
CREATE INDEX notice_type IF NOT EXISTS FOR (n:Notice) ON (n.type);
