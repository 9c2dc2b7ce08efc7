"""Walking: the network of ways on foot, and distances on it."""
