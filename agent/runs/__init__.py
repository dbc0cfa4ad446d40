"""Runs: observe, plan, act, hold; and what happens after a crash."""
