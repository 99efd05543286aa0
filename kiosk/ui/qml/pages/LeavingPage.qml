import QtQuick
import Kiosk
import Kiosk.Models

// The kiosk is being shut down: nothing can be touched; where one goes instead, and that nothing is lost.
KioskPage {
    id: page

    readonly property LeavingModel leaving: models.leaving
    readonly property string desk: models.help.desk

    framed: false

    Question {
        //% "本机可以关掉了"
        //% "本机马上回来"
        //% "本机正在关机"
        text: page.leaving.state === "done" ? qsTrId("keeper.leaving_done") : page.leaving.again ? qsTrId("keeper.leaving_again") : qsTrId("keeper.leaving")
        //% "请稍候几秒。已记下的签到不会丢。"
        //% "请用别的机器。已记下的签到不会丢。"
        how: page.leaving.again ? qsTrId("keeper.leaving_again_how") : qsTrId("keeper.leaving_how")
    }
    Choices {
        x: Theme.answerLeft
        y: Theme.answerTop
        width: Theme.answerWidth
        rows: [
            {
                "icon": "desk",
                "title": page.desk !== "" ? qsTrId("out.desk").arg(page.desk) : qsTrId("out.desk_near"),
                "detail": qsTrId("out.desk_how"),
                "action": ""
            }
        ].concat(page.leaving.state === "done" ? [
            {
                "icon": "power",
                //% "工作人员请关电源"
                "title": qsTrId("keeper.turn_off"),
                "detail": page.leaving.said,
                "action": ""
            }
        ] : [])
    }
}
