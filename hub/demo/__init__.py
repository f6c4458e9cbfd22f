"""A small fictional world, written to files; imports none of our packages."""
