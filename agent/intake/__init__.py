"""What the person drops in, turned into a task draft."""
