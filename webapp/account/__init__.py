"""What is of one user: the account, and a private calendar of their actions."""
