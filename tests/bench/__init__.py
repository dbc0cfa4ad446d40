"""Measurements: how long a run takes to a held submission, against a bare script, and where the time goes."""
