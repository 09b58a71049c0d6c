"""People ("contactpersonen"): professionals, and how to reach them at work."""
