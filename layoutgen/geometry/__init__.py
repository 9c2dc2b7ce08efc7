"""The plane: pure functions over shapely and numpy."""
