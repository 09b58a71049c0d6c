"""Imports: from a file of the office to the register, and back."""
