"""Bulk edits: choose what changes for many things, look at it, do it."""
