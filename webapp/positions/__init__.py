"""Positions ("functies") at partners, and who holds them."""
