"""What the API looks like: one file per noun."""
