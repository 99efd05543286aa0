import QtQuick
import Kiosk
import Kiosk.Models

// What to do with a plan: print it, keep it with one's badge, take it along on the telephone.
Row {
    id: actions

    required property PlanModel plan
    required property PlanSizes sizes
    readonly property int shares: plan.hand.prints ? 3 : 2
    readonly property int share: Math.floor((width - (shares - 1) * spacing) / shares)

    signal kept

    spacing: Theme.targetGap

    ActionButton {
        width: actions.share
        typeStyle: actions.sizes.planAction
        icon: "printer"
        //% "打印"
        text: qsTrId("plan.print")
        enabled: actions.plan.stops > 0 && actions.plan.hand.printing !== "printing"
        visible: actions.plan.hand.prints
        onTapped: actions.plan.hand.printStrip()
    }
    ActionButton {
        width: actions.share
        typeStyle: actions.sizes.planAction
        icon: actions.plan.saved ? "check" : "badge"
        //% "已存好"
        //% "存到胸卡"
        text: actions.plan.saved ? qsTrId("plan.kept") : qsTrId("plan.keep")
        enabled: !actions.plan.saved
        onTapped: actions.kept()
    }
    ActionButton {
        width: actions.share
        primary: true
        typeStyle: actions.sizes.planAction
        icon: "phone"
        //% "扫码带走"
        text: qsTrId("plan.take")
        enabled: actions.plan.stops > 0
        onTapped: actions.plan.hand.showCode(true)
    }
}
