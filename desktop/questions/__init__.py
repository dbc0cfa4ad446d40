"""What the agent asks, answered in place."""
