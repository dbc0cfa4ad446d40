"""Chores: tasks that come again. The view says what there is so far."""
