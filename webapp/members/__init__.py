"""Members of a network: who may enter it, as what."""
