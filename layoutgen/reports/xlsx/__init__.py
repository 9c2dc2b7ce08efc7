"""The workbook `schedule.xlsx`: its tables with formulas and their values, and the file itself."""
