"""Who takes part in a collaboration."""
