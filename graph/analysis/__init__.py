"""Computation on the network as a whole: measures, layout, matching of names."""
