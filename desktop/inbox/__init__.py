"""The inbox: new tasks on top, the list of all tasks, and beside it the one that is looked at."""
