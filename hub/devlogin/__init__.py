"""The development OpenID provider; its own process, imports none of our packages."""
