// Keys of indicators, ratings and breaches, and of their superseded states.

CREATE CONSTRAINT kpi_id IF NOT EXISTS FOR (n:Kpi) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT kpi_state_id IF NOT EXISTS FOR (n:KpiState) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT assessment_id IF NOT EXISTS FOR (n:Assessment) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT assessment_state_id IF NOT EXISTS FOR (n:AssessmentState) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT failure_id IF NOT EXISTS FOR (n:Failure) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT failure_state_id IF NOT EXISTS FOR (n:FailureState) REQUIRE n.id IS UNIQUE;
CREATE INDEX assessment_rating IF NOT EXISTS FOR (n:Assessment) ON (n.rating);
