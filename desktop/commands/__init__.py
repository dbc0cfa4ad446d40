"""Commands: registered once, reached from keys, menus, the palette and tests alike."""
