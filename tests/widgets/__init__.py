"""Forms on published component libraries, filled in and sent through the whole app."""
