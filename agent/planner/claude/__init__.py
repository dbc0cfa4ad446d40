"""The Claude planner and all around it: models and prices, connection, purse, record, probe."""
