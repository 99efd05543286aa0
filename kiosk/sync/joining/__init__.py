"""How a machine comes to belong to a venue: its identity, six digits on two screens, a hub's desk."""
