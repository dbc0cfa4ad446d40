"""Welcome: at most four screens, each skippable; the last one is a practice task from start to receipt."""
