"""The review pane: what would be sent, to where, from which source; and the person's decision."""
