"""Ties that cool."""
