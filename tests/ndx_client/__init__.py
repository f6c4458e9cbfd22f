"""The client for outside users: its operations, its helpers, its pages."""
