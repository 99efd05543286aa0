"""Fair Kiosk: check in, find a stall and print a badge at a job fair, with no network at all."""
