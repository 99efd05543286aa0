import QtQuick
import Kiosk
import Kiosk.Models

// The plan for one's telephone, in the map's place.
Rectangle {
    id: code

    required property Models models
    required property PlanModel plan
    required property PlanSizes sizes

    color: Theme.colour.mapGround

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        spacing: Theme.spaceM

        Qr {
            anchors.horizontalCenter: parent.horizontalCenter
            models: code.models
            side: code.sizes.planCode
            text: code.plan.hand.code
            //% "计划的二维码，扫一扫就是文字"
            name: qsTrId("plan.code_name")
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.title
            //% "用手机扫一扫，就带走了"
            text: qsTrId("plan.code")
            horizontalAlignment: Text.AlignHCenter
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            color: Theme.colour.inkSoft
            //% "内容就在码里，不用网络，也没有您的姓名。"
            text: qsTrId("plan.code_how")
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
