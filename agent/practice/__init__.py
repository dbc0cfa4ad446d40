"""A small fictitious council to try everything on, offline."""
