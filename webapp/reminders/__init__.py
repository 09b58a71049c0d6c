"""Answers to a reminder, from the mail itself."""
