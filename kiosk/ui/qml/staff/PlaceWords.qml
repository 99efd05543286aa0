import QtQuick

// How it stands with a stall, in words.
QtObject {
    id: words

    function line(standing: string, to: string, guest: string, guestStall: string, closed: bool): string {
        const parts = [];
        if (to !== "")
            //% "已搬到 %1"
            parts.push(qsTrId("floor.moved").arg(to));
        if (guest !== "")
            //% "%1（%2）在这里"
            parts.push(qsTrId("floor.guest").arg(guest).arg(guestStall));
        if (closed)
            //% "已关闭"
            //% "已关闭"
            parts.push(parts.length > 0 ? qsTrId("floor.closed_too") : qsTrId("floor.closed"));
        else if (to !== "" && standing === "closed")
            //% "那里已关闭"
            parts.push(qsTrId("floor.closed_there"));
        //% "；"
        return parts.length > 0 ? parts.join(qsTrId("floor.and")) : plain(standing);
    }
    function plain(standing: string): string {
        switch (standing) {
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
        default:
            //% "空展位"
            return qsTrId("floor.free");
        }
    }
}
