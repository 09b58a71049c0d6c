"""How much energy people feel in a collaboration."""
