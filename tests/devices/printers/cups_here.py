"""A real CUPS for tests, with a configuration and a port of its own, as root and as anybody.

def test_queue(cups, ippeve):
    printer = ippeve()
    address = cups.add("badges", printer.address)   # ipp://localhost:40123/printers/badges
    cups.pause("badges"), cups.resume("badges")     # cupsdisable, cupsenable
    cups.reject("badges"), cups.accept("badges")    # cupsreject, cupsaccept
    cups.environment                                # for programs that use CUPS: Qt, lp, lpstat
"""

from __future__ import annotations

import getpass
import grp
import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.devices.printers.bus_here import Bus, program
from tests.devices.printers.waiting import free_port, listens, until

_CONFIG = """
Listen localhost:{port}
Browsing No
DefaultAuthType None
WebInterface No
LogLevel debug
MaxLogSize 0
ErrorPolicy retry-job
JobRetryInterval 1
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit Create-Job Print-Job Print-URI Validate-Job>
    Order deny,allow
  </Limit>
  <Limit {owners}>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_OWNERS = (
    "Send-Document Send-URI Hold-Job Release-Job Restart-Job Purge-Jobs Set-Job-Attributes Cancel-Job "
    "Reprocess-Job Cancel-Current-Job Suspend-Current-Job Resume-Job Cancel-My-Jobs Close-Job CUPS-Move-Job"
)
"""What Debian's CUPS lets only a job's owner do. Queues may be changed by anybody: tests have no password."""
_FILES = """
User {user}
Group {group}
SystemGroup {system}
ServerRoot {folder}/etc
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/run
TempDir {folder}/tmp
ErrorLog {folder}/log/error
AccessLog {folder}/log/access
PageLog {folder}/log/page
SyncOnClose No
"""


@dataclass(slots=True)
class Cups:
    """One CUPS in a folder."""

    folder: Path
    port: int
    _bus: Bus
    _daemon: subprocess.Popen[bytes]

    @classmethod
    def start(cls, folder: Path, bus: Bus) -> Cups:
        """Start it, with no queue; `folder` must be open to others where root runs the tests."""
        for each in ("etc", "spool", "cache", "run", "tmp", "log"):
            (folder / each).mkdir()
        (folder / "tmp").chmod(0o1777)
        port = free_port()
        user, group = _whose()
        (folder / "etc" / "cupsd.conf").write_text(_CONFIG.format(port=port, owners=_OWNERS))
        (folder / "etc" / "cups-files.conf").write_text(
            _FILES.format(
                folder=folder, user=user, group=group, system="daemon" if group == "root" else "root"
            )
        )
        words = [program("cupsd", "cups"), "-f", "-c", str(folder / "etc" / "cupsd.conf")]
        words += ["-s", str(folder / "etc" / "cups-files.conf")]
        with (folder / "log" / "out").open("wb") as log:
            daemon = subprocess.Popen(words, stdout=log, stderr=log, env={**os.environ, **bus.environment})
        cups = cls(folder, port, bus, daemon)
        until(cups._stands, f"{' '.join(words)} listens")
        return cups

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to use this CUPS and not the machine's."""
        return {**self._bus.environment, "CUPS_SERVER": f"localhost:{self.port}"}

    def add(self, name: str, device: str, *, model: str = "everywhere", **options: str) -> str:
        """A queue for a printer that can be reached now; its address. `model` "raw" needs no printer."""
        words = ["-p", name, "-E", "-v", device, "-m", model]
        words += [
            word for key, value in options.items() for word in ("-o", f"{key.replace('_', '-')}={value}")
        ]
        self._run("lpadmin", *words)
        if model == "everywhere":
            # CUPS asks the printer in the background, and aborts jobs that come before it has
            until(lambda: "IPP Everywhere" in self._says(name), f"the queue {name} knows its printer")
        return self.address(name)

    def address(self, name: str) -> str:
        """A queue's address."""
        return f"ipp://localhost:{self.port}/printers/{name}"

    def pause(self, name: str) -> None:
        """It takes jobs and prints none."""
        self._run("cupsdisable", name)

    def resume(self, name: str) -> None:
        """It prints again."""
        self._run("cupsenable", name)

    def reject(self, name: str) -> None:
        """It takes no jobs."""
        self._run("cupsreject", name)

    def accept(self, name: str) -> None:
        """It takes jobs again."""
        self._run("cupsaccept", name)

    def _says(self, name: str) -> str:
        tool = program("ipptool", "cups-ipp-utils")
        command = [tool, "-tv", "-T", "5", self.address(name), "get-printer-attributes.test"]
        return subprocess.run(command, capture_output=True, text=True, timeout=20, check=False).stdout

    def log(self) -> str:
        """What it wrote of errors and much else."""
        return (self.folder / "log" / "error").read_text(errors="replace")

    def stop(self) -> None:
        """End it."""
        self._daemon.terminate()
        self._daemon.wait(10)

    def _stands(self) -> bool:
        assert self._daemon.poll() is None, (self.folder / "log" / "out").read_text(errors="replace")
        return listens(self.port)

    def _run(self, name: str, *words: str) -> None:
        command = [program(name, "cups-client"), "-h", f"localhost:{self.port}", *words]
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
            env={**os.environ, **self.environment},
        )
        assert done.returncode == 0, f"{' '.join(command)}: {done.stdout}{done.stderr}\n{self.log()[-2000:]}"


def _whose() -> tuple[str, str]:
    """User and group for what CUPS runs: root's CUPS refuses to be root."""
    if os.geteuid() == 0:
        return "lp", "lp"
    return getpass.getuser(), grp.getgrgid(pwd.getpwuid(os.geteuid()).pw_gid).gr_name
