"""Allocation: lots out of cells, blocks and buildable cells left."""
