import QtQuick
import Kiosk
import Kiosk.Models

// The list alone or with the map, and the way to what was picked.
Row {
    id: tools

    required property FindModel find
    required property PlanModel plan

    signal planAsked

    spacing: Theme.targetGap

    ActionButton {
        height: Theme.keyHeight
        inset: Theme.spaceM
        typeStyle: Theme.body
        //% "平面图"
        //% "列表"
        text: tools.find.listOnly ? qsTrId("facets.map") : qsTrId("facets.list")
        onTapped: tools.find.toggleList()
    }
    ActionButton {
        height: Theme.keyHeight
        inset: Theme.spaceM
        typeStyle: Theme.body
        //% "我的计划 %1"
        //% "我的计划"
        text: tools.plan.count > 0 ? qsTrId("facets.plan_count").arg(tools.plan.count) : qsTrId("plan.title")
        onTapped: tools.planAsked()
    }
}
