"""A second reading of the API: facts walked hop by hop in Python, completed by graphql-core."""
