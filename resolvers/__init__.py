"""How an answer is found: plain functions without Strawberry, Cypher or HTTP."""
