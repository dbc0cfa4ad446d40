"""Real parts that tests of several rooms use: servers that record what arrives."""
