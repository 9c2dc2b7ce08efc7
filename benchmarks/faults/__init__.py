"""The fault library: faults planted by a seeded program into good drawings, on the DXF, and whether the judge sees them."""
