"""Collaborations: what partners do together."""
