"""Programmes: what collaborations use."""
