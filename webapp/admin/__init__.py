"""What looks after the whole installation."""
