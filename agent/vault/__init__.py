"""Keys and passwords, in the system's keyring alone."""
