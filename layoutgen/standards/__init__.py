"""The law as data, and the arithmetic from people to figures."""
