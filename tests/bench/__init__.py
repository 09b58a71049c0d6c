"""What `make bench` runs: figures and ratios, never a timed test."""
