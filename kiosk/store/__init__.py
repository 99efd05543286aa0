"""The only SQL: journal, projections, catalogue (the fair pack), search index, migrations."""
