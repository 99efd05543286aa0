"""The command line, one module a command; a command's module is imported when it is called."""

from __future__ import annotations

from importlib import import_module

import click

_COMMANDS = {
    "run": "Open the kiosk's window.",
    "tour": "Walk a visitor's journeys through the real window: a picture a step.",
    "pack": "Make, check and install fair packs.",
    "badges": "Issue and print badges.",
    "printers": "Look at this kiosk's printers, or print a test page.",
    "journal": "Look at the journal, verify it, rebuild what is read from it.",
    "usb": "Carry facts and fair packs between kiosks on a stick.",
    "hub": "Run the machine that lets others in; see who asks, let them in.",
    "join": "Ask the venue's hub to let this machine in.",
    "backup": "Copy the journal into one encrypted file, while the kiosk is at work.",
    "restore": "Go on with a backup's journal, on a spare kiosk or a new disk.",
    "provision": "Give this kiosk its keys.",
    "report": "Add up the fair: what the organiser must file afterwards.",
    "rules": "Show the rules of a fair, every outcome at the gate and every fault.",
    "erase": "Erase personal data of a fair, and leave proof.",
    "gallery": "Show our own controls in every state, size, language and mode.",
    "courier": "Share facts with the other machines of the venue.",
    "sound": "Play the tones of verdicts, to hear whether this machine sounds.",
    "voice": "Say a text with the system's voice, as the window does when it reads aloud.",
    "doctor": "Say what works on this machine and what does not.",
}


class _Lazy(click.Group):
    """Knows its commands by name and imports one when it is asked for, so a window needs no importers."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"kiosk.commands.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(
    cls=_Lazy, help="Check in, find a stall and print a badge at a job fair, with no network at all."
)
@click.version_option(package_name="fair-kiosk")
def kiosk() -> None:
    """The group that all commands hang from."""
