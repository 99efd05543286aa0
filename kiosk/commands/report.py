"""`kiosk report`: what the organiser must file afterwards."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.commands.options import opened, show, with_json, with_state


@click.command()
@with_state
@with_json
@click.option(
    "--csv",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Write every table into this folder, for Excel.",
)
def report(state: Path, config_path: Path | None, as_json: bool, folder: Path | None) -> None:
    """Add up the fair: arrivals, no-shows, walk-ups, people and passages, by type, school, degree and hour.

    From all facts that this kiosk knows, its own and those it has received; a rehearsal counts nowhere. No
    table names a person.

    Example: kiosk report --csv report
    """
    from kiosk.report.figures import figures  # noqa: PLC0415
    from kiosk.report.tables import tables, write_tables  # noqa: PLC0415

    with opened(state, config_path) as kiosk:  # which counts what was looked up, where a day is over
        found = figures(kiosk.store, kiosk.catalogue, kiosk.services.fair, kiosk.catalogue.attendees())
        made = tables(found, kiosk.services.badge_desk.schools_list.names())
    if folder is not None:
        written = write_tables(folder, made)
        show(as_json, {"files": [str(path) for path in written]}, [f"Written: {path}" for path in written])
        return
    summary = made[0]
    show(
        as_json,
        {table.name: {"header": table.header, "rows": table.rows} for table in made},
        ["  ".join(str(cell) for cell in row) for row in summary.rows],
    )
