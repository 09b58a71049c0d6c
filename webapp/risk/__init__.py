"""Who holds the network together, and what if they leave."""
