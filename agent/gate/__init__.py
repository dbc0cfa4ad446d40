"""The only way out of the browser."""
