"""A hall's network: machines that each have a network namespace of their own, on one switch. Linux, root.

Every machine has one cable to the switch. Faults: the cable is pulled, packets are lost, two machines do not
reach each other, connections are reset.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import uuid
from collections.abc import Sequence

_RESET = "tcp flags & rst == 0 reject with tcp reset"
_CHAINS = """
table inet faults {
    chain heard { type filter hook input priority 0; policy accept; }
    chain said { type filter hook output priority 0; policy accept; }
}
"""


class Hall:
    """The switch and the machines' cables; `close` takes all of it away."""

    def __init__(self, names: Sequence[str]) -> None:
        self._mark = f"fk{uuid.uuid4().hex[:6]}"
        self._switch = f"{self._mark}-switch"
        self.addresses = {name: f"10.77.0.{number}" for number, name in enumerate(names, 1)}
        self._made: list[str] = []
        try:
            self._namespace(self._switch)
            self._ip("-n", self._switch, "link", "add", "hall", "type", "bridge")
            self._ip("-n", self._switch, "link", "set", "hall", "up")
            for name in names:
                self._connect(name)
        except BaseException:
            self.close()
            raise

    def namespace(self, name: str) -> str:
        """The network namespace of a machine."""
        return f"{self._mark}-{name}"

    def inside(self, name: str) -> tuple[str, ...]:
        """What stands before a command that is to run on a machine."""
        return ("ip", "netns", "exec", self.namespace(name))

    def pull(self, name: str) -> None:
        """Pull a machine's cable."""
        self._ip("-n", self._switch, "link", "set", self._port(name), "down")

    def plug(self, name: str) -> None:
        """Put it back."""
        self._ip("-n", self._switch, "link", "set", self._port(name), "up")

    def lose(self, name: str, percent: int) -> None:
        """Of what a machine hears so many packets of a hundred are lost."""
        chosen = f"numgen random mod 100 < {percent} " if percent < 100 else ""
        self._nft(name, f"add rule inet faults heard {chosen}drop")

    def part(self, name: str, other: str) -> None:
        """Two machines do not reach each other."""
        self._nft(name, f"add rule inet faults heard ip saddr {self.addresses[other]} drop")
        self._nft(name, f"add rule inet faults said ip daddr {self.addresses[other]} drop")

    def reset(self, name: str) -> None:
        """Every connection of a machine is reset at its next packet, until `mend`."""
        self._nft(name, f"add rule inet faults heard {_RESET}; add rule inet faults said {_RESET}")

    def mend(self, name: str) -> None:
        """What was lost, parted or reset at a machine is so no more."""
        self._nft(name, "flush chain inet faults heard; flush chain inet faults said")

    def heal(self) -> None:
        """Everybody reaches everybody."""
        for name in self.addresses:
            self.plug(name)
            self.mend(name)

    def close(self) -> None:
        """Take the namespaces away; their cables go with them."""
        for each in reversed(self._made):
            subprocess.run(("ip", "netns", "del", each), check=False, capture_output=True)
        self._made.clear()

    def _connect(self, name: str) -> None:
        own, port = self.namespace(name), self._port(name)
        self._namespace(own)
        self._ip(
            *("-n", self._switch, "link", "add", port, "type", "veth"),
            *("peer", "name", "eth0", "netns", own),
        )
        self._ip("-n", self._switch, "link", "set", port, "master", "hall", "up")
        self._ip("-n", own, "addr", "add", f"{self.addresses[name]}/24", "broadcast", "+", "dev", "eth0")
        self._ip("-n", own, "link", "set", "eth0", "up", "multicast", "on")
        self._ip("-n", own, "route", "add", "default", "dev", "eth0")
        self._nft(name, _CHAINS)

    def _namespace(self, name: str) -> None:
        self._ip("netns", "add", name)
        self._made.append(name)
        self._ip("-n", name, "link", "set", "lo", "up")

    def _port(self, name: str) -> str:
        return f"p{list(self.addresses).index(name)}"

    def _nft(self, name: str, rules: str) -> None:
        _run(*self.inside(name), "nft", "-f", "-", typed=rules.replace("; add", "\nadd"))

    @staticmethod
    def _ip(*words: str) -> None:
        _run("ip", *words)


def wanting() -> str:
    """Why there can be no hall on this machine; nothing where there can."""
    if os.geteuid() != 0:
        return "network namespaces need root"
    missing = [each for each in ("ip", "nft") if shutil.which(each) is None]
    if missing:
        return f"missing: {', '.join(missing)} (apt-get install iproute2 nftables)"
    try:
        Hall(["a", "b"]).close()
    except subprocess.CalledProcessError as refusal:
        return f"no network namespaces here: {refusal.stderr.strip()}"
    return ""


def _run(*words: str, typed: str = "") -> None:
    subprocess.run(words, check=True, capture_output=True, text=True, input=typed, timeout=20)
