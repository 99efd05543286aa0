import QtQuick
import Kiosk
import Kiosk.Models

// The plan in a line: how many stops, how far, how long.
Column {
    id: head

    required property PlanModel plan
    required property PlanSizes sizes

    StyledText {
        width: parent.width
        typeStyle: head.sizes.planLength
        text: {
            if (head.plan.stops === 0)
                //% "现在没有能去的"
                return qsTrId("plan.nowhere");
            //% "%n 站，约 %1 米"
            return qsTrId("plan.length", head.plan.stops).arg(head.plan.length);
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
}
