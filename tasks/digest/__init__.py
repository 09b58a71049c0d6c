"""The weekly digest in words."""
