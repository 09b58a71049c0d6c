"""Choosing another mail address, proven by a mail to it."""
