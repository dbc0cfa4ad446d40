"""The embedded planner: no model, no network."""
