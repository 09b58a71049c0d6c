"""A report of two pages for who decides: the wethouder."""
