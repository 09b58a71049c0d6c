"""How long records are kept, and what is about to go."""
