"""My networks and the settings of one."""
