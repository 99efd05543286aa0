import QtQuick
import Kiosk
import Kiosk.Models

// A PIN a person.
Item {
    id: view

    required property StaffModel staff

    Question {
        //% "请输入您的 PIN"
        text: qsTrId("staff.pin_question")
        //% "正在核对，请稍候。"
        //% "四到八位，每人一个；60 秒无操作自动退出。"
        how: view.staff.checking ? qsTrId("staff.pin_checking") : qsTrId("staff.pin_how")
        //% "输错的次数多了，请过 %1 秒再输。"
        //% "这个 PIN 没有对上，请再输一次。"
        problem: view.staff.pausedSeconds > 0 ? qsTrId("staff.pin_paused").arg(view.staff.pausedSeconds) : view.staff.refused ? qsTrId("staff.pin_refused") : ""
    }
    Column {
        x: Theme.answerLeft
        y: Theme.answerTop
        spacing: Theme.spaceM

        NumberField {
            width: Theme.padWidth
            text: view.staff.pin
        }
        DigitPad {
            enabled: view.staff.pausedSeconds === 0
            ready: view.staff.pinComplete
            //% "登录"
            doneText: qsTrId("staff.sign_in")
            onDigit: key => view.staff.digit(key)
            onErase: view.staff.erase()
            onDone: view.staff.sign_in()
        }
    }
}
