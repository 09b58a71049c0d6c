"""What `make safety` measures: against a real server, too long for each change."""
