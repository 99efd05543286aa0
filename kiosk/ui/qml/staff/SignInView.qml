import QtQuick
import Kiosk
import Kiosk.Models

// A PIN a person: on the pad, or on a keyboard with digits.
FocusScope {
    id: view

    required property StaffModel staff
    readonly property int minutes: Math.floor(staff.pausedSeconds / 60)
    readonly property int seconds: staff.pausedSeconds % 60
    readonly property string wait: minutes + ":" + (seconds < 10 ? "0" : "") + seconds

    Component.onCompleted: forceActiveFocus()
    Keys.onPressed: event => {
        if (event.text.length === 1 && event.text >= "0" && event.text <= "9")
            staff.digit(event.text);
        else if (event.key === Qt.Key_Backspace)
            staff.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            staff.sign_in();
        else
            return;
        event.accepted = true;
    }

    Question {
        //% "请输入您的 PIN"
        text: qsTrId("staff.pin_question")
        //% "正在核对，请稍候。"
        //% "四到八位，每人一个。不用时自动锁定。"
        how: view.staff.checking ? qsTrId("staff.pin_checking") : qsTrId("staff.pin_how")
        //% "输错的次数多了，请等 %1 再输。急用请到别的机器；扫码入场照常。"
        //% "这个 PIN 没有对上，请再输一次。"
        problem: view.staff.pausedSeconds > 0 ? qsTrId("staff.pin_paused").arg(view.wait) : view.staff.refused ? qsTrId("staff.pin_refused") : ""
    }
    Column {
        x: Theme.answerLeft
        y: Theme.answerTop
        spacing: Theme.spaceM

        PinField {
            width: Theme.padWidth
            length: view.staff.pinLength
            longest: view.staff.pinLongest
            wait: view.staff.pausedSeconds > 0 ? view.wait : ""
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
