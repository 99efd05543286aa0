"""What is said to people about machines that are let in."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.words import Words

WITHDRAWN = Words(
    "这台机器已被撤销，不能加入。请换一台机器，或给它新的密钥。",
    "This machine was withdrawn and is not let in. Use another one, or give it new keys.",
)
REFUSED = Words(
    "主机旁的工作人员没有接纳本机。请与他们核对验证码，再试一次。",
    "The staff at the hub did not let this machine in. Compare the code with them, then try again.",
)
ASK_AGAIN = Words(
    "申请已过期，本机会重新申请，请看新的验证码。",
    "The request has lapsed. This machine asks again: look at its new code.",
)
BUSY = Words(
    "主机上等待的机器太多，请先处理，本机稍后再试。",
    "Too many machines wait at the hub. See to those first; this machine tries again later.",
)
NOT_PROVEN = Words(
    "这台机器没有证明它持有自己的密钥，没有接受。",
    "That machine did not prove that it holds its key; it was not taken.",
)
NO_HUB = Words(
    "本机不是主机，不能接纳别的机器。请在 fair.toml 的 kiosk 里写 hub = true，重新制作并安装数据包。",
    "This machine is no hub and lets nobody in. Write hub = true at its kiosk in fair.toml, "
    "then build and install the pack again.",
)
NOBODY_WAITS = Words(
    "没有机器在用这个验证码等待。请与那台机器的屏幕核对。",
    "No machine waits with this code. Compare it with that machine's screen.",
)
NOT_ITSELF = Words(
    "主机不能撤销自己。请在另一台机器上撤销。",
    "A hub does not withdraw itself. Do it at another hub.",
)


def which_place(places: Sequence[str]) -> Words:
    """The machine's name is no place of the plan."""
    return Words(
        "它报的名字不在平面图上。请在这里用 --place，或在那台机器上用 --name 写明机位："
        f"{'、'.join(places)}。",
        "Its name is no place of the plan. Give one by --place here, or by --name there: "
        f"{', '.join(places)}.",
    )


def no_machine(name: str) -> Words:
    """Nobody of that name."""
    return Words(
        f"没有名为 {name} 的机器，或它已被撤销。", f"No machine is called {name}, or it is withdrawn already."
    )


def which_machine(name: str, kids: Sequence[str]) -> Words:
    """Several machines have that name."""
    return Words(
        f"有几台机器都叫 {name}，请改用密钥编号：{'、'.join(kids)}。",
        f"Several machines are called {name}. Name one by its key: {', '.join(kids)}.",
    )
