"""Nothing that a process says of itself on standard error names a person."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAME = "林示远"
SAYINGS = {
    "another library's message": "logging.getLogger('aiohttp').error('%s is here', name)",
    "another library's exception": "logging.getLogger('asyncio').error(name, exc_info=fault)",
    "our own exception": "logging.getLogger('kiosk.ui').error('it broke', exc_info=fault)",
    "a warning": "warnings.warn(name)",
    "a task that nobody awaited": "asyncio.run(lost())",
}
PROGRAM = f"""
import asyncio, gc, logging, warnings
from kiosk.app.discreet_log import log_discreetly
log_discreetly()
name = {NAME!r}
try:
    try:
        raise KeyError(name)
    except KeyError:
        raise ValueError(name)
except ValueError as raised:
    fault = raised
async def lost():
    async def task():
        raise ValueError(name)
    made = asyncio.ensure_future(task())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del made
    gc.collect()
"""


@pytest.mark.parametrize("saying", SAYINGS)
def test_where_and_what_are_said_and_no_value(saying: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM + SAYINGS[saying]],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert done.stderr.startswith("kiosk: "), done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert NAME not in done.stderr


def test_our_own_words_are_said_whole() -> None:
    program = PROGRAM + "logging.getLogger('kiosk.ui').error('unexpected %s', 'ValueError')"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, stderr=subprocess.PIPE, text=True, check=True
    )
    assert done.stderr == "kiosk: error kiosk.ui: unexpected ValueError\n"


def test_no_core_file_is_written_and_nobody_may_look_in() -> None:
    program = """
import os, resource, signal
from kiosk.app.no_dumps import forbid_dumps
resource.setrlimit(resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE)[1:] * 2)
forbid_dumps()
import ctypes
assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
assert ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0
pid = os.fork()
if pid == 0:
    os.kill(os.getpid(), signal.SIGSEGV)
status = os.waitpid(pid, 0)[1]
assert os.WIFSIGNALED(status) and not os.WCOREDUMP(status)
assert open('/proc/self/stat').read()
"""
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
