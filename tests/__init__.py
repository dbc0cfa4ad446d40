"""The tests: mirrors agent/ and installers/; sites/ holds form pages that others wrote."""
