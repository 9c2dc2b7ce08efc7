"""The walking network and distances on it."""
