"""Accounts of the installation."""
