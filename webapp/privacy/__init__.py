"""What is kept of people: told to everybody, handed over to who asks, and erased."""
