"""One module a job: gate, badge_desk, directory, wayfinding, printing, fair_day."""
