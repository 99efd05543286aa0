"""The keyboard learns nothing of a visitor, and what it might have learnt is gone with the visit."""

from PySide6.QtGui import QGuiApplication

from kiosk.ui.keyboard_memory import KeyboardMemory, folder


def test_files_are_put_back_as_they_were(application):
    kept, learnt, own = (folder() / "pinyin" / name for name in ("usr_dict.dat", "learnt.dat", "gone.dat"))
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(b"before")
    memory = KeyboardMemory()
    kept.write_bytes("林示远".encode("utf-16"))
    learnt.write_bytes("林示远".encode("utf-16"))
    memory.forget()
    assert kept.read_bytes() == b"before"
    assert not learnt.exists()
    assert not own.exists()
    kept.unlink()


def test_what_was_copied_is_gone(application):
    QGuiApplication.clipboard().setText("林示远")
    KeyboardMemory().forget()
    assert QGuiApplication.clipboard().text() == ""


def test_every_visit_ends_with_forgetting(window):
    learnt = folder() / "pinyin" / "learnt.dat"
    learnt.parent.mkdir(parents=True, exist_ok=True)
    for end in (window.models.end_visit, window.models.navigation.home):
        window.models.navigation.go("walk_up")
        learnt.write_bytes("林示远".encode("utf-16"))
        end()
        assert not learnt.exists()
