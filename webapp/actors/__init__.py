"""Partners: who can take part."""
