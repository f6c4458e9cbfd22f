"""The composition root: settings, command line, application."""
