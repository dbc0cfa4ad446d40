"""Chores: tasks that come again. Recurrence, the clock, missed times, what varies each time."""
