"""Views that people keep: a page with its filters, under a name."""
