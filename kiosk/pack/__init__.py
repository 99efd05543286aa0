"""Organisers' spreadsheets and floor plans in, a checked and signed fair pack out."""
