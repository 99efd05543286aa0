"""What the documents show is true: commands and options exist, the house is drawn as it stands."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kiosk.commands import kiosk
from kiosk.commands.rules import markdown_tables

CHECKOUT = Path(__file__).parents[1]
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (CHECKOUT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def commands(
    group: click.Group, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command below a group, with the words that call it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            if command.invoke_without_command:
                yield (*path, name), command
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


COMMANDS = dict(commands(kiosk))


def shown_lines() -> list[str]:
    """Every call of `kiosk` in README's blocks and in the commands' own examples."""
    blocks = re.findall(r"```\n(.*?)```", README, re.DOTALL)
    lines = [line.split(" # ")[0].strip() for block in blocks for line in block.splitlines()]
    examples = [
        match[1]
        for command in COMMANDS.values()
        for match in re.finditer(r"Example: (kiosk .*)", command.help or "")
    ]
    return [line for line in lines if line.startswith("kiosk ")] + examples


def test_every_command_shows_an_example() -> None:
    assert [
        words for words, command in COMMANDS.items() if "Example: kiosk" not in (command.help or "")
    ] == []


@pytest.mark.parametrize("line", shown_lines())
def test_every_call_that_is_shown_can_be_made(line: str) -> None:
    words = shlex.split(line.removeprefix("kiosk "))
    path = next((tuple(words[:count]) for count in (2, 1) if tuple(words[:count]) in COMMANDS), None)
    assert path is not None, f"no such command: {line}"
    command = COMMANDS[path]
    options = {name for each in command.params for name in each.opts}
    for word in words[len(path) :]:
        if word.startswith("--"):
            assert word in options, f"{' '.join(path)} has no {word}"
    arguments = [each for each in command.params if isinstance(each, click.Argument) and each.required]
    given = [word for word in words[len(path) :] if not word.startswith("--")]
    assert len(given) >= len(arguments), f"an argument is missing: {line}"


def test_the_house_is_drawn_as_it_stands() -> None:
    (drawn,) = re.findall(r"```\n(kiosk/\n.*?)```", ARCHITECTURE, re.DOTALL)
    rooms = set(re.findall(r"^  ([a-z_]+)/ ", drawn, re.MULTILINE))
    stand = {path.parent.name for path in (CHECKOUT / "kiosk").glob("*/__init__.py")}
    assert rooms == stand
    top = set(re.findall(r"^([a-z]+)/ ", drawn, re.MULTILINE)) | {"kiosk"}
    assert top <= {path.name for path in CHECKOUT.iterdir() if path.is_dir()}


def test_imports_point_as_is_drawn() -> None:
    (chain,) = re.findall(r"```\n(__main__ > .*?)\n```", ARCHITECTURE)
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = [each for each in settings["tool"]["importlinter"]["contracts"] if each["type"] == "layers"]
    assert [each.strip() for each in chain.split(">")] == layers["layers"]


def test_the_sample_pin_that_is_shown_is_the_samples() -> None:
    for sample in ("double_selection", "reverse"):
        folder = CHECKOUT / "resources" / "sample_fairs" / sample
        fair = tomllib.loads((folder / "fair.toml").read_text(encoding="utf-8"))
        pins = {str(each["pin"]) for each in fair["staff"]}
        assert re.search(r"PIN of the sample fairs: (\d+)", README)[1] in pins  # type: ignore[index]


def test_outcomes_and_rules_stand_as_they_are() -> None:
    """`kiosk rules --markdown` writes what stands between the marks."""
    (written,) = re.findall(r"<!-- kiosk rules -->\n(.*?)\n<!-- end -->", ARCHITECTURE, re.DOTALL)
    assert written == markdown_tables()
