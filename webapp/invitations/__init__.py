"""Inviting somebody, and saying yes."""
