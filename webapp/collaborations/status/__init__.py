"""Where a collaboration stands."""
