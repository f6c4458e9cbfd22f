"""Writes `schema.graphql`: `python -m schema.export` prints the SDL."""

from schema.build import schema


def sdl() -> str:
    """The schema's SDL, with a line end."""
    return schema.as_str() + "\n"


if __name__ == "__main__":
    print(sdl(), end="")
