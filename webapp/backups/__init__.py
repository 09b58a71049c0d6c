"""The backups of this installation, for who looks after it."""
