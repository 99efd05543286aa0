"""A visit: whose badge was shown at the screen, and the plan of stalls and talks to go to."""
