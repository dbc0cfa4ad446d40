"""Meters and letters drawn for measuring how well a photo's reading is proposed."""
