"""Introductions: who should meet whom, and what came of it."""
