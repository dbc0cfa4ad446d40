"""The Settings view: one row a setting, made from what the agent answers; checks, data folder and about below."""
