"""Find anything in a network by its name."""
