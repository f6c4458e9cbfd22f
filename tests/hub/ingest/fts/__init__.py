"""A fake Find a Tender over real HTTP; it imports nothing of ours, and all bodies are invented."""
