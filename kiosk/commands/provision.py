"""`kiosk provision`: give this kiosk its keys."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.app import State
from kiosk.commands.options import settings_of, show, with_json, with_state
from kiosk.config import ConfigFault
from kiosk.domain.words import Words


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
    from kiosk.app import kiosk_secrets, organiser_authority  # noqa: PLC0415
    from kiosk.keys import providers  # noqa: PLC0415

    written = config_path or state / "kiosk.toml"
    settings = settings_of(state, config_path)
    if written.exists() and (settings.place, settings.keys.provider) != (kiosk_id, keep):
        raise ConfigFault(
            Words(
                f"{written} 写的是另一个机位或密钥来源。请改好或移走它，再试一次。",
                f"{written} names another place or key provider. Change it or move it away, then try again.",
            )
        )
    secrets = kiosk_secrets(organiser, kiosk_id)
    place = State(state)
    key_path = Path(settings.keys.path) if settings.keys.path else place.keys
    state.mkdir(parents=True, exist_ok=True)
    if keep == "file":
        providers.create_key_file(key_path, secrets)
    elif keep == "passphrase":
        passphrase = click.prompt("New passphrase", hide_input=True, confirmation_prompt=True, err=True)
        providers.create_passphrase_file(key_path, passphrase, secrets)
    else:
        providers.store_with_systemd(secrets, "kiosk-keys", state / "kiosk-keys.cred")
    if not written.exists():
        lines = (f'place = "{kiosk_id}"', f'authority = "{organiser_authority(organiser)}"')
        written.write_text("\n".join((*lines, "", "[keys]", f'provider = "{keep}"', "")), encoding="utf-8")
    show(
        as_json,
        {"kiosk": kiosk_id, "keep": keep, "config": str(written)},
        [f"Keys for {kiosk_id} are kept ({keep}). Next: kiosk pack install PACK --state {state}"],
    )
