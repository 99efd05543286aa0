import QtQuick
import Kiosk
import Kiosk.Models

// Something went wrong. What was not foreseen goes home by itself after a moment; what has a cause stays, with its
// code, until the cause has gone.
KioskPage {
    id: page

    readonly property FaultModel fault: models.fault
    readonly property bool lasting: fault.lasting
    readonly property string desk: models.help.desk

    //% "求助"
    title: qsTrId("help.title")

    Question {
        //% "本机暂停使用"
        //% "请找工作人员"
        text: page.lasting ? qsTrId("out.closed") : qsTrId("out.title")
        //% "%1\n已记下的签到不会丢。"
        //% "这台机器刚才没能完成操作，稍后会自己回到首页。\n已记下的签到不会丢。"
        how: page.lasting ? qsTrId("out.closed_how").arg(page.fault.visitor) : qsTrId("out.how")
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
        ].concat(page.fault.code !== "" ? [
            {
                "icon": "lock",
                //% "工作人员请看：%1"
                "title": qsTrId("out.staff").arg(page.fault.code),
                "detail": page.fault.staff,
                "action": ""
            }
        ] : [])
    }
    StyledText {
        anchors.left: choices.left
        anchors.right: choices.right
        anchors.top: choices.bottom
        anchors.topMargin: Theme.spaceM
        typeStyle: Theme.body
        color: Theme.colour.inkSoft
        //% "本机每隔几秒自己再试，好了会自动回到首页。"
        text: qsTrId("out.tries")
        visible: page.fault.triesAgain
    }
    ActionButton {
        anchors.right: choices.right
        anchors.top: choices.bottom
        anchors.topMargin: Theme.spaceM
        primary: true
        icon: "home"
        //% "回首页再试"
        text: qsTrId("out.home")
        visible: !page.lasting
        onTapped: page.models.navigation.home()
    }
}
