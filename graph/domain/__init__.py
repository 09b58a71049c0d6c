"""The words and rules of the product: frozen dataclasses and pure functions."""
