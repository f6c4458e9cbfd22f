// Keys of reference lists and their rows; what loads and identity look rows up by.

CREATE CONSTRAINT reference_list_id IF NOT EXISTS FOR (n:ReferenceList) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT listed_id IF NOT EXISTS FOR (n:Listed) REQUIRE n.id IS UNIQUE;
CREATE INDEX listed_list IF NOT EXISTS FOR (n:Listed) ON (n.list);
CREATE INDEX listed_code IF NOT EXISTS FOR (n:Listed) ON (n.code);
CREATE INDEX listed_name_key IF NOT EXISTS FOR (n:Listed) ON (n.nameKey);
