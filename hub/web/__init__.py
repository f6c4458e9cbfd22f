"""Pages for people; they reach data through the generated client only."""
