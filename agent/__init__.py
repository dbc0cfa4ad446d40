"""Countersign without a screen: the agent, its gate and its command line."""
