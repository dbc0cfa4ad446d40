"""Pictures of every view from sample data, light and dark, empty and full: `countersign --gallery DIR`."""
