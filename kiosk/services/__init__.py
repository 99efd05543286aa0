"""One module a job: gate, badge_desk, directory, wayfinding, print_queue, fair_day."""
