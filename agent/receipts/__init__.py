"""What was sent, when, where, and what the site answered."""
