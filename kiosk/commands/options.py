"""Options and openings that commands share."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kiosk import config
from kiosk.app.state import StartFault, State
from kiosk.domain.words import Words

if TYPE_CHECKING:
    from kiosk.app import OpenKiosk
    from kiosk.store.migrations import Store

_Command = TypeVar("_Command", bound=Callable[..., Any])


def with_state(command: _Command) -> _Command:
    """`--state` and `--config`, which say whose kiosk this is."""
    command = click.option(
        "--state",
        type=click.Path(file_okay=False, path_type=Path),
        default=config.default_state,
        show_default="~/.local/state/fair-kiosk",
        help="Folder with this kiosk's store, packs and keys.",
    )(command)
    return click.option(
        "--config",
        "config_path",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        default=None,
        help="kiosk.toml; the one in the state folder if not given.",
    )(command)


def with_json(command: _Command) -> _Command:
    """`--json`: a script's output."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")(command)


def settings_of(state: Path, config_path: Path | None) -> config.Settings:
    """The settings that a command runs with."""
    return config.read(config_path or state / "kiosk.toml")


def ask_passphrase() -> str:
    """Ask staff for the passphrase; nothing of it is shown."""
    answer: str = click.prompt("Passphrase of this kiosk's keys", hide_input=True, err=True)
    return answer


@contextmanager
def opened(state: Path, config_path: Path | None) -> Iterator[OpenKiosk]:
    """The kiosk, open without a window."""
    from kiosk.app import open_kiosk, provider  # noqa: PLC0415, not before a window's first frame

    settings = settings_of(state, config_path)
    place = State(state)
    kiosk = open_kiosk(settings, place, provider(settings, place, ask_passphrase))
    if kiosk.rescue is not None:
        click.echo(f"kiosk: {kiosk.rescue.title.en}. {kiosk.rescue.detail.en}", err=True)
    try:
        yield kiosk
    finally:
        kiosk.close()


@contextmanager
def opened_store(state: Path, config_path: Path | None) -> Iterator[Store]:
    """The store alone, for what needs no fair pack. StartFault where the kiosk was never opened."""
    from kiosk.app import provider  # noqa: PLC0415
    from kiosk.store.migrations import open_store  # noqa: PLC0415

    settings = settings_of(state, config_path)
    place = State(state)
    key = provider(settings, place, ask_passphrase).load().store_key
    if not place.store.exists():
        raise StartFault(
            Words(
                f"{state} 里还没有日志，请先打开本机。",
                f"There is no journal in {state} yet. Open the kiosk first.",
            )
        )
    store = open_store(place.store, key)
    try:
        yield store
    finally:
        store.close()


def show(as_json: bool, value: object, lines: list[str]) -> None:
    """Print a result: JSON for scripts, lines for people."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1) if as_json else "\n".join(lines))
