import QtQuick
import Kiosk
import Kiosk.Models

// The plan in a line: how many stops, how far, how long; below it what has just happened.
Column {
    id: head

    required property PlanModel plan
    required property PlanSizes sizes
    readonly property string printing: plan.hand.printing

    StyledText {
        width: parent.width
        typeStyle: head.sizes.planLength
        text: {
            if (head.plan.stops === 0)
                //% "现在没有能去的"
                return qsTrId("plan.nowhere");
            if (head.plan.stops === 1)
                //% "1 站，约 %1 米"
                return qsTrId("plan.length_one").arg(head.plan.length);
            //% "%1 站，约 %2 米"
            return qsTrId("plan.length").arg(head.plan.stops).arg(head.plan.length);
        }
        wrapMode: Text.NoWrap
    }
    StyledText {
        width: parent.width
        typeStyle: Theme.body
        color: Theme.colour.inkSoft
        //% "走路约 %1 分钟，每家按 %3 分钟算，约 %2 走完"
        //% "走路约 %1 分钟，约 %2 走完"
        text: head.plan.stops === 0 ? " " : head.sizes.portrait && !Theme.large && !Theme.latin ? qsTrId("plan.time_long").arg(head.plan.walking).arg(head.plan.until).arg(head.plan.visiting) : qsTrId("plan.time").arg(head.plan.walking).arg(head.plan.until)
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    PlanNote {
        width: head.sizes.columnWidth
        note: head.plan.note
        visible: text !== "" && head.printing === ""
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    StyledText {
        width: head.sizes.columnWidth
        typeStyle: Theme.body
        font.weight: Font.Medium
        //% "正在打印，请在本机下方取。"
        //% "没有打出来。请用手机扫二维码带走。"
        text: head.printing === "printing" ? qsTrId("plan.printing") : head.plan.hand.printedWords !== "" ? head.plan.hand.printedWords : qsTrId("plan.not_printed")
        visible: head.printing !== ""
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
}
