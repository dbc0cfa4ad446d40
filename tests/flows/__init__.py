"""Benign flows: ordinary forms and ordinary page behaviour, taken through the whole app with the gate on."""
