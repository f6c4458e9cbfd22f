"""Files to facts: OCDS releases, tables, organisation identity."""
