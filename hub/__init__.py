"""The application around the five packages."""
