"""What goes back to the organiser: a preview, and a workbook of their own rows."""
