"""The first page of a network."""
