"""Structure: streets and the cells between them."""
