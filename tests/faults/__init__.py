"""Faults on purpose: kills at random moments over the whole loop, with the practice site as the oracle."""
