"""Starter content: the vocabulary, a national network of reference, a made-up municipality."""
