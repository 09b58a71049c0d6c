"""Files of others, read into rows that are checked before anything is written."""
