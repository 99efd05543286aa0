"""Lint all QML with generated type information: `python tests/qml/lint.py`; its exit status counts.

The Python classes that QML sees (@QmlElement) are described by pyside6-metaobjectdump and
pyside6-qmltyperegistrar into a folder that is thrown away, so that qmllint knows their properties and slots.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

UI = Path(__file__).parents[2] / "kiosk" / "ui"
QML = UI / "qml"
MODULE = "Kiosk.Models"
BASES = ("page_model.py", "staff_view.py")
"""Modules from whose classes those of others derive."""
_TOOLS = Path(sys.executable).parent
_CPP = {"list": "QVariantList", "dict": "QVariantMap", "float": "double", "object": "QVariant"}


def described_modules(ui: Path) -> list[Path]:
    """Modules with classes for QML, base classes before those that derive from them."""
    found = [
        path
        for path in sorted(ui.rglob("*.py"))
        if re.search(r"^@Qml(Element|Anonymous)", path.read_text("utf-8"), re.M)
    ]
    last = (*BASES, "", "models.py")
    return sorted(found, key=lambda path: (last.index(path.name if path.name in last else ""), path))


def describe(modules: list[Path], folder: Path) -> Path:
    """Write qmldir and plugins.qmltypes for MODULE under `folder`; the import path for qmllint."""
    module = folder.joinpath(*MODULE.split("."))
    module.mkdir(parents=True)
    run = _run([str(_TOOLS / "pyside6-metaobjectdump"), "-q", *plain(modules, folder)], capture=True)
    metatypes = folder / "metatypes.json"
    metatypes.write_text(json.dumps(corrected(json.loads(run))), "utf-8")
    types = module / "plugins.qmltypes"
    _run(
        [
            str(_TOOLS / "pyside6-qmltyperegistrar"),
            f"--generate-qmltypes={types}",
            f"--import-name={MODULE}",
            "--major-version=1",
            "--minor-version=0",
            *_foreign(),
            "-o",
            str(folder / "unused.cpp"),
            str(metatypes),
        ]
    )
    (module / "qmldir").write_text(f"module {MODULE}\ntypeinfo plugins.qmltypes\ndepends QtQuick\n", "utf-8")
    return folder


def plain(modules: list[Path], folder: Path) -> list[str]:
    """Copies in which `name = Property("Type", …)` is `Property(Type, …)`: the tool reads no text there."""
    copies = []
    for at, path in enumerate(modules):
        copy = folder / f"{at:02d}_{path.name}"
        copy.write_text(re.sub(r'= Property\(\s*"(\w+)"', r"= Property(\1", path.read_text("utf-8")), "utf-8")
        copies.append(str(copy))
    return copies


def corrected(dumped: list[dict]) -> list[dict]:
    """Python's type names as C++ ones: objects are pointers, list is QVariantList."""
    classes = [each for file in dumped for each in file["classes"]]
    objects = {each["className"] for each in classes} | {"QAbstractListModel", "QObject"}

    def cpp(name: str) -> str:
        return f"{name}*" if name in objects else _CPP.get(name, name)

    for described in classes:
        for entry in described.get("properties", ()):
            entry["type"] = cpp(entry["type"])
            entry["notify"] = entry.get("notify", "").rpartition(".")[2]
            if not entry["notify"]:
                del entry["notify"]
                entry["constant"] = True
        for method in (*described.get("slots", ()), *described.get("signals", ())):
            method["returnType"] = cpp(method["returnType"])
            for argument in method["arguments"]:
                argument["type"] = cpp(argument["type"])
    return dumped


def lint(files: list[Path], types: Path) -> int:
    """qmllint with every warning counting; its exit status."""
    command = [str(_TOOLS / "pyside6-qmllint"), "-W", "0", "-I", str(types), "-I", str(QML)]
    return subprocess.run([*command, *map(str, files)], check=False, timeout=300).returncode


def _foreign() -> list[str]:
    """Descriptions of Qt's own classes, so that QQuickPaintedItem's properties are known."""
    folder = Path(PySide6.__file__).parent / "Qt" / "metatypes"
    files = [
        str(path) for name in ("core", "gui", "qml", "quick") for path in folder.glob(f"qt6{name}_*.json")
    ]
    return [f"--foreign-types={','.join(files)}"] if files else []


def _run(command: list[str], *, capture: bool = False) -> str:
    done = subprocess.run(
        command, check=True, timeout=120, text=True, stdout=subprocess.PIPE if capture else None
    )
    return done.stdout or ""


def main() -> int:
    """Lint every file under kiosk/ui/qml."""
    with tempfile.TemporaryDirectory() as folder:
        types = describe(described_modules(UI), Path(folder))
        return lint(sorted(QML.rglob("*.qml")), types)


if __name__ == "__main__":
    sys.exit(main())
