import QtQuick
import Kiosk
import Kiosk.Models

// Where staff are, what one can try oneself, and how one wants to see and reach this screen.
KioskPage {
    id: page

    readonly property VisitSizes sizes: VisitSizes {}
    readonly property Modes modes: models.modes
    readonly property HelpModel help: models.help
    readonly property string desk: help.desk

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
        rowHeight: page.sizes.helpRow(rows.length)
        detailStyle: Theme.large && !page.sizes.helpHead ? Theme.body : Theme.lead
        rows: (page.help.deskWay !== "" ? [
            {
                "icon": "desk",
                //% "最近的服务台怎么走"
                "title": qsTrId("help.desk_way"),
                //% "约 %1 米，%2 分钟，点这里看地图"
                "detail": qsTrId("help.desk_way_how").arg(page.help.deskMetres).arg(page.help.deskMinutes),
                "action": "way"
            }
        ] : []).concat([
            {
                "icon": "phone",
                //% "没有码，码打不开？"
                "title": qsTrId("help.no_code"),
                //% "输入登记码、学号或姓名，也可以现场登记"
                //% "输入登记码、学号或姓名"
                "detail": page.models.checkIn.walkUps ? qsTrId("help.no_code_how") : qsTrId("help.no_code_how_bare"),
                "action": "check_in"
            },
            {
                "icon": "scan",
                //% "扫码没反应？"
                "title": qsTrId("help.scan"),
                //% "调亮手机屏幕，离扫描窗 10 厘米，停一秒"
                //% "调亮手机屏幕，对着摄像头停一秒"
                "detail": page.models.aims ? qsTrId("camera.help") : qsTrId("help.scan_how"),
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
        ])
        onChosen: action => {
            if (action === "way")
                page.models.navigation.open("way", page.help.deskWay);
            else
                page.models.navigation.go(action);
        }
    }
    StyledText {
        anchors.left: choices.left
        y: page.sizes.helpHeadTop
        typeStyle: Theme.row
        //% "怎样看、怎样够得着"
        text: qsTrId("help.seeing")
        wrapMode: Text.NoWrap
        visible: page.sizes.helpHead
    }
    Row {
        id: switches

        readonly property real each: (choices.width - 5 * spacing) / 6

        anchors.left: choices.left
        y: page.sizes.helpSwitchesTop
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
        SwitchTile {
            width: switches.each
            height: page.sizes.switchHeight
            icon: "lock"
            //% "工作人员"
            text: qsTrId("help.staff_tile")
            //% "登录"
            said: qsTrId("help.staff_sign_in")
            //% "工作人员登录"
            name: qsTrId("help.staff")
            onTapped: page.models.navigation.go("staff")
        }
    }
}
