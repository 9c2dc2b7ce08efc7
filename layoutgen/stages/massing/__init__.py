"""Massing: buildings with their facilities, windows and doors."""
