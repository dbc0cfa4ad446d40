"""How reliably tasks were done, from this computer's own history."""
