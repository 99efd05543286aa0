import QtQuick
import Kiosk
import Kiosk.Models

// Scan, or check in by student number and phone tail, or register.
KioskPage {
    id: page

    readonly property CheckInModel checkIn: models.checkIn
    readonly property bool start: checkIn.state === "start"
    readonly property bool tail: checkIn.state === "tail"

    title: qsTrId("check_in.title")

    Question {
        id: question

        width: page.start && Theme.portrait ? Theme.homeHeroWidth : Theme.questionWidth
        text: page.start ? qsTrId("check_in.question") : page.tail ? qsTrId("check_in.tail") : qsTrId("check_in.number")
        how: page.start ? qsTrId("check_in.how") : page.tail ? qsTrId("check_in.tail_how") : qsTrId("check_in.number_how")
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
                "title": qsTrId("check_in.by_number"),
                "detail": qsTrId("check_in.by_number_how"),
                "action": "number"
            },
            {
                "icon": "register",
                "title": qsTrId("check_in.walk_up"),
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
            doneText: page.tail ? qsTrId("check_in.done") : qsTrId("check_in.next")
            onDigit: key => page.checkIn.digit(key)
            onErase: page.checkIn.erase()
            onDone: page.checkIn.next()
        }
        StyledText {
            width: parent.width
            style: Theme.lead
            font.weight: Font.Medium
            text: qsTrId("check_in.mismatch").arg(page.models.help.desk)
            visible: page.checkIn.mismatch
        }
    }
    ActionButton {
        x: Theme.margin
        y: Theme.buttonsTop
        text: qsTrId("check_in.previous")
        visible: !page.start
        onTapped: page.checkIn.previous()
    }
}
