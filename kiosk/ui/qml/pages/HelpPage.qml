import QtQuick
import Kiosk

// Where staff are, and what one can try oneself.
KioskPage {
    id: page

    //% "求助"
    title: qsTrId("help.title")

    Question {
        //% "请到 %1"
        text: qsTrId("help.desk").arg(page.models.help.desk)
        //% "证件、预约、入场，都可以当场办"
        how: qsTrId("help.desk_how")
    }
    Choices {
        x: Theme.answerLeft
        y: Theme.answerTop
        width: Theme.answerWidth
        rows: [
            {
                "icon": "scan",
                //% "扫码没反应？"
                "title": qsTrId("help.scan"),
                //% "调亮手机屏幕，离扫描窗 10 厘米，停一秒"
                "detail": qsTrId("help.scan_how"),
                "action": ""
            },
            {
                "icon": "badge",
                //% "胸卡丢了？"
                "title": qsTrId("help.lost"),
                //% "带上学生证或身份证件，当场补办"
                "detail": qsTrId("help.lost_how"),
                "action": ""
            }
        ]
    }
    ActionButton {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.footHeight + Theme.spaceL
        icon: "lock"
        //% "工作人员登录"
        text: qsTrId("help.staff")
        onTapped: page.models.navigation.go("staff")
    }
}
