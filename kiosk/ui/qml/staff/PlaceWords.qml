import QtQuick

// How it stands with a stall, in words.
QtObject {
    id: words

    // Who stands there: a guest where the host has moved away, both where it has not.
    function who(host: string, to: string, guest: string): string {
        if (guest === "")
            return host;
        //% "、"
        return host === "" || to !== "" ? guest : host + qsTrId("floor.with") + guest;
    }
    function line(standing: string, to: string, guestStall: string, closed: bool): string {
        const parts = [];
        if (guestStall !== "")
            //% "从 %1 搬来"
            parts.push(qsTrId("floor.guest").arg(guestStall));
        if (to !== "")
            //% "原单位在 %1"
            //% "已搬到 %1"
            parts.push((guestStall !== "" ? qsTrId("floor.host_at") : qsTrId("floor.moved")).arg(to));
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
