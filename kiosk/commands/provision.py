"""`kiosk provision`: give this kiosk its keys."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.app import State
from kiosk.commands.options import show, with_json, with_state


@click.command()
@with_state
@with_json
@click.option("--kiosk", "kiosk_id", required=True, help="This kiosk's id in the plan, as in fair.toml.")
@click.option(
    "--organiser",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="The organiser's key folder, which names this kiosk.",
)
@click.option(
    "--keep",
    type=click.Choice(["file", "passphrase", "systemd"]),
    default="file",
    show_default=True,
    help="Where the keys are kept; a plain file is for the sample fairs only.",
)
def provision(
    state: Path, config_path: Path | None, as_json: bool, kiosk_id: str, organiser: Path, keep: str
) -> None:
    """Give this kiosk the keys that the organiser made for it. Run it once, on the kiosk.

    Example: kiosk provision --kiosk west-1 --organiser /media/stick/keys --keep passphrase
    """
    del config_path
    from kiosk.app import kiosk_secrets  # noqa: PLC0415
    from kiosk.keys import providers  # noqa: PLC0415

    secrets = kiosk_secrets(organiser, kiosk_id)
    place = State(state)
    state.mkdir(parents=True, exist_ok=True)
    if keep == "file":
        providers.create_key_file(place.keys, secrets)
    elif keep == "passphrase":
        passphrase = click.prompt("New passphrase", hide_input=True, confirmation_prompt=True, err=True)
        providers.create_passphrase_file(place.keys, passphrase, secrets)
    else:
        providers.store_with_systemd(secrets, "kiosk-keys", state / "kiosk-keys.cred")
    written = state / "kiosk.toml"
    if not written.exists():
        written.write_text(f'place = "{kiosk_id}"\n\n[keys]\nprovider = "{keep}"\n', encoding="utf-8")
    show(
        as_json,
        {"kiosk": kiosk_id, "keep": keep, "config": str(written)},
        [f"Keys for {kiosk_id} are kept ({keep}). Next: kiosk pack install PACK --state {state}"],
    )
