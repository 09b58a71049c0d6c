"""The bin: what was archived lately."""
