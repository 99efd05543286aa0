"""Every fault that stops a kiosk: a short code that never changes, and the words for each.

The code stands small on the page, so that somebody at the telephone can be told it; the documentation's table
is made of this list. A fault is named by its family and its kind, as the rooms that raise it name theirs.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.words import Words


@dataclass(frozen=True, slots=True)
class FaultCode:
    """One fault: its code, what it is called, and what to do."""

    code: str
    family: str
    """store, keys, pack, start or unknown."""
    kind: str
    """As the fault itself names it; nothing where the family has one kind."""
    name: Words
    visitor: Words
    """What a visitor is told, after that nothing which was acknowledged is lost."""
    staff: Words
    """What staff do."""


_NEXT_KIOSK = Words("请到旁边的机器，或找工作人员。", "Please use the next kiosk, or ask staff.")
_A_MOMENT = Words("请稍等片刻，马上就好。", "Please wait a moment; it will be ready soon.")

FAULT_CODES = (
    FaultCode(
        "S1",
        "store",
        "wrong_key",
        Words("密钥不对", "Wrong key"),
        _NEXT_KIOSK,
        Words("换上本场的密钥文件，本机会自己再试。", "Put this fair's key in place; the kiosk tries again."),
    ),
    FaultCode(
        "S2",
        "store",
        "damaged",
        Words("数据损坏", "Data damaged"),
        _NEXT_KIOSK,
        Words(
            "数据文件已原样保留。请用最近的备份恢复，或重新启动本机。",
            "The file was left as it is. Restore the latest backup, or start the kiosk again.",
        ),
    ),
    FaultCode(
        "S3",
        "store",
        "disk_full",
        Words("磁盘写满", "Disk full"),
        _NEXT_KIOSK,
        Words(
            "请在这台机器上腾出空间，腾出后自动恢复。",
            "Free some space on this machine; it goes on by itself.",
        ),
    ),
    FaultCode(
        "S4",
        "store",
        "not_writable",
        Words("磁盘只读", "Disk not writable"),
        _NEXT_KIOSK,
        Words(
            "请检查数据文件和文件夹能不能写入；恢复后自动继续。",
            "Check that the data file and its folder can be written; it goes on by itself.",
        ),
    ),
    FaultCode(
        "S5",
        "store",
        "busy",
        Words("数据被占用", "Data in use"),
        _A_MOMENT,
        Words(
            "另一个程序占着数据文件。请关掉它，或等它做完。",
            "Another program holds the data. Close it or wait.",
        ),
    ),
    FaultCode(
        "S6",
        "store",
        "missing",
        Words("数据不在", "Data missing"),
        _NEXT_KIOSK,
        Words(
            "请检查数据文件夹在不在，存储设备插好没有。",
            "Check that the data folder is there and its disk in.",
        ),
    ),
    FaultCode(
        "S7",
        "store",
        "newer_schema",
        Words("程序太旧", "Program too old"),
        _NEXT_KIOSK,
        Words(
            "数据来自更新的版本，请先升级本程序。", "The data is from a newer version. Update this program."
        ),
    ),
    FaultCode(
        "S8",
        "store",
        "old_sqlite",
        Words("组件太旧", "SQLite too old"),
        _NEXT_KIOSK,
        Words("请用安装程序重新安装。", "Install again with the installer."),
    ),
    FaultCode(
        "K1",
        "keys",
        "missing",
        Words("没有密钥", "No keys"),
        _NEXT_KIOSK,
        Words(
            "请把本机的密钥放回原处，本机会自己再试。",
            "Put this kiosk's keys back; it tries again by itself.",
        ),
    ),
    FaultCode(
        "K2",
        "keys",
        "passphrase",
        Words("口令不对", "Wrong passphrase"),
        _NEXT_KIOSK,
        Words("请重新启动本机，再输一次口令。", "Start the kiosk again and type the passphrase once more."),
    ),
    FaultCode(
        "K3",
        "keys",
        "permissions",
        Words("密钥未保护", "Keys not protected"),
        _NEXT_KIOSK,
        Words(
            "密钥文件别人也能读，请改成只有本机能读。",
            "Others can read the key file. Make it this kiosk's alone.",
        ),
    ),
    FaultCode(
        "K4",
        "keys",
        "",
        Words("密钥打不开", "Keys not readable"),
        _NEXT_KIOSK,
        Words(
            "密钥已损坏，或属于另一场地。请向主办方重新领取。",
            "Damaged, or for another venue. Ask for a new copy.",
        ),
    ),
    FaultCode(
        "P1",
        "pack",
        "missing",
        Words("没有数据包", "No fair pack"),
        _NEXT_KIOSK,
        Words(
            "请安装本场的数据包，装好后自动打开。", "Install this fair's pack; the kiosk opens it by itself."
        ),
    ),
    FaultCode(
        "P2",
        "pack",
        "",
        Words("数据包打不开", "Fair pack damaged"),
        _NEXT_KIOSK,
        Words(
            "数据包损坏或不完整，请重新拷贝、安装。",
            "The pack is damaged or half copied. Copy and install it again.",
        ),
    ),
    FaultCode(
        "P3",
        "store",
        "older_pack",
        Words("数据包太旧", "Fair pack too old"),
        _NEXT_KIOSK,
        Words(
            "请用现在的版本重新生成并安装数据包。", "Build the pack again with this version and install it."
        ),
    ),
    FaultCode(
        "C1",
        "start",
        "",
        Words("设置不对", "Settings wrong"),
        _NEXT_KIOSK,
        Words("请检查 kiosk.toml，改好后自动再试。", "Check kiosk.toml; the kiosk tries again by itself."),
    ),
    FaultCode(
        "X1",
        "unknown",
        "",
        Words("意外情况", "Unexpected"),
        _NEXT_KIOSK,
        Words(
            "原因还不清楚。再三出现，请联系主办方的技术人员。",
            "Not known yet. If it comes back, ask the organiser's technicians.",
        ),
    ),
)
"""In the order of the documentation; the last one is what nobody foresaw."""


def fault_code(family: str, kind: str) -> FaultCode:
    """The code of a fault; of a kind that is not listed its family's, else the last one."""
    for wanted in ((family, kind), (family, "")):
        for each in FAULT_CODES:
            if (each.family, each.kind) == wanted:
                return each
    return FAULT_CODES[-1]


def fault_table() -> str:
    """The documentation's table, in Markdown."""
    rows = [
        f"| {each.code} | {each.name.zh} | {each.name.en} | {each.staff.zh} | {each.staff.en} |"
        for each in FAULT_CODES
    ]
    return "\n".join(["| code | zh | en | 工作人员 | staff |", "|---|---|---|---|---|", *rows])
