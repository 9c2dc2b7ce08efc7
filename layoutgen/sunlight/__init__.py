"""The physics of the sun: positions and exact lit periods of windows and points."""
