import QtQuick
import Kiosk
import Kiosk.Models

// Scan, or check in by student number and phone tail, or register.
KioskPage {
    id: page

    readonly property CheckInModel checkIn: models.checkIn
    readonly property bool start: checkIn.state === "start"
    readonly property bool tail: checkIn.state === "tail"

    //% "签到"
    title: qsTrId("check_in.title")

    Question {
        id: question

        width: page.start && Theme.portrait ? Theme.homeHeroWidth : Theme.questionWidth
        //% "请扫码签到"
        //% "手机号后四位？"
        //% "您的学号？"
        text: page.start ? qsTrId("check_in.question") : page.tail ? qsTrId("check_in.tail") : qsTrId("check_in.number")
        //% "把二维码对准屏幕下方的扫描窗。\n手机亮度调高一些更快"
        //% "预约时留的手机号，用来确认是您本人"
        //% "和预约时填的一样"
        how: page.start ? qsTrId("check_in.how") : page.tail ? qsTrId("check_in.tail_how") : qsTrId("check_in.number_how")
        //% "学号和手机号对不上，请再输一次，或到 %1"
        problem: page.checkIn.mismatch ? qsTrId("check_in.mismatch").arg(page.models.help.desk) : ""
    }
    ScanSign {
        x: Theme.portrait ? parent.width - Theme.margin - width : Theme.margin
        y: Theme.portrait ? Theme.questionTop : question.y + question.height + Theme.spaceXl
        size: Theme.questionSign
        visible: page.start
    }
    Choices {
        x: Theme.answerLeft
        y: Theme.answerTop
        width: Theme.answerWidth
        visible: page.start
        rows: [
            {
                "icon": "badge",
                //% "用学号签到"
                "title": qsTrId("check_in.by_number"),
                //% "已预约、手边没有码"
                "detail": qsTrId("check_in.by_number_how"),
                "action": "number"
            },
            {
                "icon": "register",
                //% "现场登记"
                "title": qsTrId("check_in.walk_up"),
                //% "没有预约，约 1 分钟，当场打印胸卡"
                "detail": qsTrId("check_in.walk_up_how"),
                "action": "walk_up"
            }
        ]
        onChosen: action => {
            if (action === "number")
                page.checkIn.begin();
            else
                page.models.navigation.go(action);
        }
    }
    Column {
        x: Theme.answerLeft
        y: Theme.answerTop
        width: Theme.answerWidth
        spacing: Theme.spaceM
        visible: !page.start

        DigitBoxes {
            typed: page.checkIn.typed
            length: page.checkIn.tailLength
            visible: page.tail
        }
        NumberField {
            width: Theme.padWidth
            text: page.checkIn.typed
            visible: !page.tail
        }
        DigitPad {
            ready: page.checkIn.complete
            //% "签到"
            //% "下一步"
            doneText: page.tail ? qsTrId("check_in.done") : qsTrId("check_in.next")
            onDigit: key => page.checkIn.digit(key)
            onErase: page.checkIn.erase()
            onDone: page.checkIn.next()
        }
    }
    ActionButton {
        x: Theme.margin
        y: Theme.padButtonsTop
        //% "上一步"
        text: qsTrId("check_in.previous")
        visible: !page.start
        onTapped: page.checkIn.previous()
    }
}
