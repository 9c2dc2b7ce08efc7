"""Grounds: everything on the ground between the buildings."""
