"""What a collaboration reached."""
