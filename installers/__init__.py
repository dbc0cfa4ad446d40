"""Makes the environment of a checkout, finds or installs a browser, then runs the main job or the tests."""
