"""Sources: data sets named by their mapping, never by a path."""

from graph.shape import ID, Column, Node

NODE = Node(
    "Source",
    (
        ID,
        Column("name", str, "The data set's name.", required=True),
        Column("publisher", str, "Who publishes it.", required=True),
        Column("licence", str, "Its licence, or that none is stated.", required=True),
        Column("fictional", bool, "True for invented data.", required=True),
    ),
    "A data set.",
)
