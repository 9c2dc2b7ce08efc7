"""A report as one page for a browser, `report.html`: offline, with the plan, every clause and where it is seen on the plan."""
