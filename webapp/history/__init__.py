"""How a network developed."""
