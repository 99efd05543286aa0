import QtQuick
import Kiosk
import Kiosk.Models

// Where staff are, what one can try oneself, and how one wants to see and reach this screen.
KioskPage {
    id: page

    readonly property VisitSizes sizes: VisitSizes {}
    readonly property Modes modes: models.modes
    readonly property string desk: models.help.desk

    //% "求助"
    title: qsTrId("help.title")

    function said(on: bool): string {
        //% "开"
        //% "关"
        return on ? qsTrId("help.on") : qsTrId("help.off");
    }

    Question {
        //% "请到 %1"
        //% "请找工作人员"
        text: page.desk !== "" ? qsTrId("help.desk").arg(page.desk) : qsTrId("help.staff_near")
        //% "证件、预约、入场，都可以当场办"
        how: qsTrId("help.desk_how")
    }
    Choices {
        id: choices

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
    StyledText {
        id: seeing

        anchors.left: choices.left
        anchors.top: choices.bottom
        anchors.topMargin: Theme.spaceL
        typeStyle: Theme.row
        //% "怎样看、怎样够得着"
        text: qsTrId("help.seeing")
        wrapMode: Text.NoWrap
    }
    Row {
        id: switches

        readonly property real each: (choices.width - 4 * spacing) / 5

        anchors.left: choices.left
        anchors.top: seeing.bottom
        anchors.topMargin: Theme.spaceXs
        spacing: Theme.targetGap

        SwitchTile {
            width: switches.each
            height: page.sizes.switchHeight
            icon: "larger"
            //% "大字"
            text: qsTrId("help.large")
            said: page.said(on)
            on: page.modes.large
            onTapped: page.modes.toggle_large()
        }
        SwitchTile {
            width: switches.each
            height: page.sizes.switchHeight
            icon: "contrast"
            //% "高对比"
            text: qsTrId("help.contrast")
            said: page.said(on)
            on: page.modes.contrast
            onTapped: page.modes.toggle_contrast()
        }
        SwitchTile {
            width: switches.each
            height: page.sizes.switchHeight
            icon: "lower"
            //% "低位"
            text: qsTrId("help.low")
            said: page.said(on)
            on: page.modes.low
            onTapped: page.modes.toggle_low()
        }
        SwitchTile {
            width: switches.each
            height: page.sizes.switchHeight
            icon: "still"
            //% "少动画"
            text: qsTrId("help.still")
            said: page.said(on)
            on: page.modes.reducedMotion
            onTapped: page.modes.toggle_reduced_motion()
        }
        SwitchTile {
            width: switches.each
            height: page.sizes.switchHeight
            icon: "language"
            //% "语言"
            text: qsTrId("help.language")
            //% "中文"
            said: qsTrId("help.language_now")
            onTapped: page.modes.toggle_language()
        }
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
