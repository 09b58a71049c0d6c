"""Reading a network as admin, with a reason."""
