"""Pages that belong to no network."""
