"""Which column of a file fills which field."""
