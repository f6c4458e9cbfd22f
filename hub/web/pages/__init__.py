"""One module per journey: read the request, ask the client once, answer with a page model."""
