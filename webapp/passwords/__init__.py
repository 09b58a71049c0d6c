"""Choosing another password, also for who forgot the old one."""
