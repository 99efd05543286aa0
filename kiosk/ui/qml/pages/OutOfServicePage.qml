import QtQuick
import Kiosk

// Something unexpected happened: call staff. It goes home by itself.
KioskPage {
    id: page

    //% "求助"
    title: qsTrId("help.title")

    Question {
        //% "请找工作人员"
        text: qsTrId("out.title")
        //% "这台机器刚才没能完成操作。\n已记下的签到不会丢。"
        how: page.models.help.problem !== "" ? page.models.help.problem : qsTrId("out.how")
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
                "title": qsTrId("out.desk").arg(page.models.help.desk),
                //% "工作人员马上帮您"
                "detail": qsTrId("out.desk_how"),
                "action": ""
            }
        ]
        visible: page.models.help.desk !== ""
    }
    ActionButton {
        anchors.right: choices.right
        anchors.top: choices.bottom
        anchors.topMargin: Theme.spaceM
        primary: true
        icon: "home"
        //% "回首页再试"
        text: qsTrId("out.home")
        visible: !page.models.closed
        onTapped: page.models.navigation.home()
    }
}
