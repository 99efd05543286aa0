import QtQuick
import Kiosk
import Kiosk.Models

// My plan: what was picked, in the best order.
KioskPage {
    id: page

    readonly property PlanModel plan: models.plan

    //% "我的计划"
    title: qsTrId("plan.title")
}
