"""White spots: what the network wants and nobody does yet."""
