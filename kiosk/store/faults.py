"""What can go wrong with a store, each with a sentence that says what to do next."""

from __future__ import annotations

from enum import StrEnum

from kiosk.domain.words import Words


class StoreFaultKind(StrEnum):
    """Which fault."""

    WRONG_KEY = "wrong_key"
    DAMAGED = "damaged"
    DISK_FULL = "disk_full"
    NOT_WRITABLE = "not_writable"
    OLD_SQLITE = "old_sqlite"
    NEWER_SCHEMA = "newer_schema"
    OLDER_PACK = "older_pack"
    BUSY = "busy"
    MISSING = "missing"


FAULT_WORDS: dict[StoreFaultKind, Words] = {
    StoreFaultKind.WRONG_KEY: Words(
        "这份数据不是用这把密钥锁的。请换上本场的密钥再启动。",
        "This data was not locked with this key. Start again with the key of this fair.",
    ),
    StoreFaultKind.DAMAGED: Words(
        "数据文件有损坏，已原样保留。请重新启动本机，它会自动重建；还不行，请恢复最近的备份。",
        "The data file is damaged and was left as it is. Start the kiosk again: it rebuilds what it can. "
        "If that does not help, restore the latest backup.",
    ),
    StoreFaultKind.DISK_FULL: Words(
        "磁盘写不下了，已记下的都还在。请腾出空间，然后再试。",
        "The disk takes no more; all that was recorded is kept. Free some space, then try again.",
    ),
    StoreFaultKind.NOT_WRITABLE: Words(
        "数据文件不能写入。请检查文件和文件夹的权限。",
        "The data file cannot be written. Check the rights of the file and its folder.",
    ),
    StoreFaultKind.OLD_SQLITE: Words(
        "这里的 SQLite 版本会损坏数据。请用安装程序重新安装。",
        "This version of SQLite can damage data. Install again with the installer.",
    ),
    StoreFaultKind.NEWER_SCHEMA: Words(
        "数据来自更新的版本。请先升级本程序。",
        "The data is from a newer version. Update this program first.",
    ),
    StoreFaultKind.OLDER_PACK: Words(
        "数据包是旧版本做的。请用现在的版本重新生成并安装。",
        "The fair pack was built by an older version. Build and install it again.",
    ),
    StoreFaultKind.BUSY: Words(
        "另一个程序占着数据文件。请稍等再试。",
        "Another program holds the data file. Wait a moment, then try again.",
    ),
    StoreFaultKind.MISSING: Words(
        "数据文件不在，或者打不开。请检查路径，或重新安装数据包。",
        "The data file is not there or cannot be opened. Check the path, or install the fair pack again.",
    ),
}


class StoreFault(Exception):
    """A known fault of the store. `detail` is for the log: never a name, never a row's content."""

    def __init__(self, kind: StoreFaultKind, detail: str = "") -> None:
        self.kind = kind
        self.words = FAULT_WORDS[kind]
        self.detail = detail
        super().__init__(f"{kind}: {detail}" if detail else str(kind))
