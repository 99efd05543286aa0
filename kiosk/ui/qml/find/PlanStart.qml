import QtQuick
import Kiosk
import Kiosk.Models

// Nothing is picked yet: three ways to begin.
Item {
    id: start

    required property PlanModel plan
    required property Models models
    required property PlanSizes sizes

    signal badgeAsked

    Column {
        x: Theme.margin
        y: start.sizes.heroTop
        width: start.sizes.columnWidth
        spacing: Theme.spaceXs

        StyledText {
            width: parent.width
            typeStyle: start.sizes.portrait ? Theme.hero : Theme.display
            //% "想去哪几家？"
            text: qsTrId("plan.empty")
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            color: Theme.colour.inkSoft
            //% "挑好以后，这里排出最省路的顺序，可以打印，也可以扫码带走。"
            text: qsTrId("plan.empty_how")
        }
        PlanNote {
            width: parent.width
            note: start.plan.note
        }
    }
    Column {
        x: start.sizes.portrait ? Theme.margin : Theme.rightLeft
        y: start.sizes.portrait ? start.sizes.planStartTop : start.sizes.heroTop
        width: start.sizes.portrait ? start.sizes.columnWidth : Theme.rightWidth
        spacing: start.sizes.gap

        PlanWayIn {
            width: parent.width
            sizes: start.sizes
            primary: true
            icon: "scan"
            //% "扫胸卡，按我的专业推荐"
            title: qsTrId("plan.by_badge")
            //% "以前存在胸卡上的计划，也一起取出来。"
            sentence: qsTrId("plan.by_badge_how")
            onTapped: start.badgeAsked()
        }
        PlanWayIn {
            width: parent.width
            sizes: start.sizes
            icon: "search"
            //% "找展位，自己挑"
            title: qsTrId("plan.by_hand")
            //% "看到想去的，按“加入计划”。"
            sentence: qsTrId("plan.by_hand_how")
            onTapped: start.models.navigation.go("find")
        }
        PlanWayIn {
            width: parent.width
            sizes: start.sizes
            icon: "calendar"
            //% "挑几场宣讲会"
            title: qsTrId("plan.by_programme")
            //% "到点前会把您排到会场门口。"
            sentence: qsTrId("plan.by_programme_how")
            onTapped: start.models.navigation.go("programme")
        }
    }
}
