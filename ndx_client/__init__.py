"""Generated client; run make client."""
