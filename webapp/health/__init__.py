"""Whether it all works."""
