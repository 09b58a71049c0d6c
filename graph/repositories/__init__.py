"""Rows to domain types and back, one module per noun. Rows go no higher than here."""
