"""Where lokale energie sits."""
