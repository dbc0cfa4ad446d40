"""The person's facts: kinds, values, formats, import."""
