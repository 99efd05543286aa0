import QtQuick
import Kiosk
import Kiosk.Models

// More for the plan, and a new start.
Row {
    id: tools

    required property PlanModel plan

    signal majorAsked

    spacing: Theme.targetGap

    ActionButton {
        icon: "plus"
        typeStyle: Theme.body
        //% "我的专业"
        text: qsTrId("plan.my_major")
        onTapped: tools.majorAsked()
    }
    ActionButton {
        typeStyle: Theme.body
        //% "清空"
        text: qsTrId("plan.clear")
        onTapped: tools.plan.clear()
    }
}
