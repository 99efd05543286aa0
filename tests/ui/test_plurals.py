"""Our rules for plurals are Qt's: a file that Linguist opens has the forms that we look for."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from kiosk.domain.plurals import plural_of

NUMBERS = (*range(36), 100, 101, 102, 103, 104, 105, 111, 112, 121, 122, 1001, 1011, 1022)
LANGUAGES = (
    "ja",
    "fr",
    "pt_BR",
    "de",
    "ru",
    "cs",
    "pl",
    "lt",
    "lv",
    "ro",
    "sl",
    "ga",
    "is",
    "el",
    "kk",
    "pt",
    "tr",
)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """A .qm of each language with as many forms as we say it has, each form its own number."""
    folder = tmp_path_factory.mktemp("plurals")
    tool = str(Path(sys.executable).parent / "pyside6-lrelease")
    for code in LANGUAGES:
        forms = "".join(f"<numerusform>{form}</numerusform>" for form in range(plural_of(code).forms))
        (folder / f"{code}.ts").write_text(
            f'<TS version="2.1" language="{code}"><context><name></name><message id="n" numerus="yes">'
            f"<source>n</source><translation>{forms}</translation></message></context></TS>"
        )
    subprocess.run([tool, "-silent", *(str(path) for path in folder.glob("*.ts"))], check=True, timeout=60)
    return folder


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_number_takes_qts_form(application, compiled, code):
    translator = QTranslator()
    assert translator.load(str(compiled / f"{code}.qm"))
    rule = plural_of(code)
    ours = {number: rule.of(number) for number in NUMBERS}
    assert ours == {number: int(translator.translate("", "n", None, number)) for number in NUMBERS}
    assert set(ours.values()) <= set(range(rule.forms))
