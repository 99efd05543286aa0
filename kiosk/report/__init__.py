"""What the organiser must file afterwards."""
