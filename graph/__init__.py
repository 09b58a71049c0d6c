"""The network as a graph: its rules, its queries and the one door to the engine."""
