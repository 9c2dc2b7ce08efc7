"""What stands on every page: pen, paper, frame, title block, tables, legend, compass."""
