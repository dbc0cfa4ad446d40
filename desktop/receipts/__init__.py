"""Receipts: what was sent, when, where, what the site said, and who approved it."""
