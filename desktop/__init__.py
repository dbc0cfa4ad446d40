"""The desktop app: a window on top of the agent. Knows nothing of the agent but `agent.protocol`."""
