"""The network map, the list that says the same, and the small pictures made of it."""
