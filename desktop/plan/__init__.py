"""Plans: a task that needs several places, its tasks, what waits in it, and what became of each."""
