"""Setting up the second step of signing in, and what one can do with it."""
