"""Pieces that two views or more are made of."""
