"""Notes 标注 on the plan: dimensions, coordinates, widths, radii, control lines, fire grounds, court lines; all paint."""
