"""Handing all that is open over to a colleague."""
