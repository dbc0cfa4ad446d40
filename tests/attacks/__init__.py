"""Hostile pages against the whole of a run: planner, hands, gate, browser and a person in a hurry."""
