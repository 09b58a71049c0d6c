"""Partners that may be one: found, told apart, or made one."""
