"""A planner that attacks, pages that help it, and oracles at the servers."""
