"""The measures of the network, in plain words."""
