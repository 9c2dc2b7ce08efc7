"""Draw a plan and read a drawing: DXF, SVG and JSON."""
