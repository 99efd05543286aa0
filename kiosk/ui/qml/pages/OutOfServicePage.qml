import QtQuick
import Kiosk

// Something unexpected happened, and it goes home by itself; or there are no services at all, and it stays.
KioskPage {
    id: page

    readonly property bool closed: models.closed
    readonly property string desk: models.help.desk

    //% "求助"
    title: qsTrId("help.title")

    Question {
        //% "本机暂停使用"
        //% "请找工作人员"
        text: page.closed ? qsTrId("out.closed") : qsTrId("out.title")
        //% "请到旁边的机器，或找工作人员。\n已记下的签到不会丢。"
        //% "这台机器刚才没能完成操作，稍后会自己回到首页。\n已记下的签到不会丢。"
        how: page.closed ? qsTrId("out.closed_how") : qsTrId("out.how")
    }
    Choices {
        id: choices

        x: Theme.answerLeft
        y: Theme.answerTop
        width: Theme.answerWidth
        rows: [
            {
                "icon": "desk",
                //% "请到 %1"
                //% "请到服务台"
                "title": page.desk !== "" ? qsTrId("out.desk").arg(page.desk) : qsTrId("out.desk_near"),
                //% "签到、登记、打印胸卡，工作人员当场帮您办"
                "detail": qsTrId("out.desk_how"),
                "action": ""
            }
        ].concat(page.closed ? [
            {
                "icon": "lock",
                //% "工作人员请看"
                "title": qsTrId("out.staff"),
                //% "原因还不清楚。请重新启动本机；再不行，请联系主办方的技术人员。"
                "detail": page.models.help.problem !== "" ? page.models.help.problem : qsTrId("out.staff_unknown"),
                "action": ""
            }
        ] : [])
    }
    ActionButton {
        anchors.right: choices.right
        anchors.top: choices.bottom
        anchors.topMargin: Theme.spaceM
        primary: true
        icon: "home"
        //% "回首页再试"
        text: qsTrId("out.home")
        visible: !page.closed
        onTapped: page.models.navigation.home()
    }
}
