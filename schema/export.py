"""Writes `schema.graphql`: `python -m schema.export` prints the SDL."""

from schema.build import schema

# Strawberry leaves them out, as a router knows them; a client's tool wants every directive told.
# Names and forms are those of the specifications (specs.apollo.dev: link 1.0, federation 2.9).
DEFINITIONS = {
    "@link": """\
scalar link__Import

directive @link(url: String!, as: String, import: [link__Import]) repeatable on SCHEMA
""",
    "@key": """\
scalar federation__FieldSet

directive @key(
  fields: federation__FieldSet!
  resolvable: Boolean = true
) repeatable on OBJECT | INTERFACE
""",
    "@shareable": """\
directive @shareable repeatable on OBJECT | FIELD_DEFINITION
""",
    "@cost": """\
directive @cost(
  weight: Int!
) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
""",
    "@listSize": """\
directive @listSize(
  assumedSize: Int
  slicingArguments: [String!]
  sizedFields: [String!]
  requireOneSlicingArgument: Boolean = true
) on FIELD_DEFINITION
""",
}


def sdl() -> str:
    """The schema's SDL, whole in itself, with a line end."""
    text = schema.as_str()
    used = [told for name, told in DEFINITIONS.items() if name in text]
    return "\n".join([text + "\n", *used])


if __name__ == "__main__":
    print(sdl(), end="")
