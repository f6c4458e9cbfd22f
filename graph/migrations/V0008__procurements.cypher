// Pages and look-ups of procurements.

CREATE INDEX procurement_ocid IF NOT EXISTS FOR (n:Procurement) ON (n.ocid);
CREATE INDEX procurement_public_from IF NOT EXISTS FOR (n:Procurement) ON (n.publicFrom);
