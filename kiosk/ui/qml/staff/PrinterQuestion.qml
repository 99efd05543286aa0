import QtQuick
import Kiosk
import Kiosk.Models

// A badge of which nobody knows whether it came out: whose, when, where, and two large answers.
Card {
    id: ask

    required property PrintJobsModel jobs
    readonly property var question: jobs.question

    height: content.height + 2 * Theme.cardInset

    StaffSizes {
        id: sizes
    }
    Column {
        id: content

        x: Theme.cardInset
        y: Theme.cardInset
        width: parent.width - 2 * Theme.cardInset
        spacing: Theme.spaceM

        Item {
            width: parent.width
            height: Math.max(words.height, next.visible ? next.height : 0)

            Column {
                id: words

                anchors.left: parent.left
                anchors.right: next.visible ? next.left : parent.right
                anchors.rightMargin: next.visible ? Theme.spaceM : 0

                StyledText {
                    width: parent.width
                    typeStyle: Theme.title
                    //% "这张胸卡出来了吗？"
                    //% "%1的这张出来了吗？"
                    text: (ask.question.sentTo ?? "") === "" ? qsTrId("printing.came_out_asked") : qsTrId("truth.came_out_there").arg(ask.question.sentTo)
                }
                StyledText {
                    width: parent.width
                    typeStyle: Theme.row
                    text: (ask.question.who ? ask.question.who : qsTrId("staff.nobody")) + "  " + (ask.question.at ?? "")
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                }
                StyledText {
                    width: parent.width
                    typeStyle: Theme.body
                    color: Theme.colour.inkSoft
                    text: [ask.question.printer ?? "", ask.question.title ?? ""].filter(each => each !== "").join(Theme.latin ? ": " : "：")
                    maximumLineCount: 2
                    elide: Text.ElideRight
                }
            }
            ActionButton {
                id: next

                anchors.right: parent.right
                anchors.top: parent.top
                height: Theme.targetLeast
                inset: Theme.spaceM
                typeStyle: Theme.body
                //% "下一张 %1/%2"
                text: qsTrId("printing.next_question").arg(ask.jobs.number).arg(ask.jobs.unknown)
                visible: ask.jobs.unknown > 1
                enabled: !ask.jobs.busy
                onTapped: ask.jobs.skip()
            }
        }
        Row {
            width: parent.width
            spacing: Theme.gutter

            StaffButton {
                whose: ask.jobs.shift.whose.jobs
                width: (parent.width - parent.spacing) / 2
                height: sizes.answerHeight
                typeStyle: Theme.title
                icon: "close"
                free: ask.jobs.answerable
                //% "没出来"
                text: qsTrId("printing.not_come_out")
                onTapped: ask.jobs.answer(false)
            }
            StaffButton {
                whose: ask.jobs.shift.whose.jobs
                width: (parent.width - parent.spacing) / 2
                height: sizes.answerHeight
                typeStyle: Theme.title
                icon: "check"
                primary: true
                free: ask.jobs.answerable
                //% "出来了"
                text: qsTrId("printing.came_out")
                onTapped: ask.jobs.answer(true)
            }
        }
    }
}
