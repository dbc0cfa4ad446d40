"""Checks on live widgets: each goes over a window and says in words what a person could not use."""
