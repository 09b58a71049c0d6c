"""The log: what was changed by whom, per thing and per network."""
