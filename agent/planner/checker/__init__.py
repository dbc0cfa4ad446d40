"""Looks over a filled form before the person does, without a model: what seems wrong, in plain words."""
