"""What is counted: floor area ratio, density, green, parking, reach and sun."""
