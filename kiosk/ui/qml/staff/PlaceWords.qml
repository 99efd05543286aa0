import QtQuick

// How it stands with a stall, in words.
QtObject {
    id: words

    function line(state: string, to: string, guest: string, guestStall: string): string {
        if (guest !== "")
            //% "%1（%2）在这里"
            return qsTrId("floor.guest").arg(guest).arg(guestStall);
        switch (state) {
        case "expected":
            //% "单位还没到"
            return qsTrId("floor.expected");
        case "present":
            //% "单位已到"
            return qsTrId("floor.present");
        case "late":
            //% "单位迟到"
            return qsTrId("floor.late");
        case "released":
            //% "已收回"
            return qsTrId("floor.released");
        case "moved":
            //% "已搬到 %1"
            return qsTrId("floor.moved").arg(to);
        case "closed":
            //% "已关闭"
            //% "搬到了 %1，那里已关闭"
            return to === "" ? qsTrId("floor.closed") : qsTrId("floor.moved_closed").arg(to);
        default:
            //% "空展位"
            return qsTrId("floor.free");
        }
    }
}
