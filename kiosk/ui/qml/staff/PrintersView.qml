pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The printer and what waits, to be read; then what did not print, each to be printed again, and a test page.
Item {
    id: view

    required property PrintersModel printers
    readonly property bool ready: printers.state === "ready"

    function tested(state: string): string {
        switch (state) {
        case "testing":
            //% "正在打印测试页。"
            return qsTrId("staff.test_busy");
        case "printed":
            //% "测试页已打出，请看打印机。"
            return qsTrId("staff.test_printed");
        case "failed":
            return printers.testProblem;
        case "not_drawn":
            //% "测试页画不出来，请联系主办方。"
            return qsTrId("staff.test_not_drawn");
        default:
            //% "测试页上没有任何人的资料。"
            return qsTrId("staff.test_how");
        }
    }

    StaffSizes {
        id: sizes
    }
    Column {
        id: shown

        x: Theme.margin
        y: sizes.top
        width: sizes.columnWidth
        spacing: sizes.gap
        visible: view.ready

        PrinterCard {
            width: parent.width
            printers: view.printers
        }
        Column {
            width: parent.width
            spacing: Theme.spaceS
            visible: view.printers.waiting.length > 0

            StyledText {
                width: parent.width
                typeStyle: Theme.title
                //% "在排队 %1，最早的 %2 张"
                //% "在排队 %1"
                text: view.printers.waiting.length > sizes.waitingMost ? qsTrId("staff.waiting_first").arg(view.printers.waiting.length).arg(sizes.waitingMost) : qsTrId("staff.waiting").arg(view.printers.waiting.length)
            }
            Card {
                width: parent.width
                height: waiting.height

                Column {
                    id: waiting

                    width: parent.width

                    Repeater {
                        model: view.printers.waiting.slice(0, sizes.waitingMost)

                        WaitingLine {
                            width: waiting.width
                        }
                    }
                }
            }
        }
    }
    Column {
        x: sizes.secondLeft
        y: sizes.portrait ? Math.max(sizes.reach, shown.visible ? shown.y + shown.height + sizes.gap : 0) : sizes.top
        width: sizes.columnWidth
        spacing: sizes.gap

        StateNote {
            width: parent.width
            condition: view.printers.state
            //% "打印队列没有读出来"
            failedText: qsTrId("staff.printers_failed")
            onAgain: view.printers.retry()
        }
        Column {
            width: parent.width
            spacing: Theme.spaceS
            visible: view.ready

            ListHead {
                id: head

                width: parent.width
                total: view.printers.failed.length
                perPage: sizes.failedMost
                //% "没有打出来 %1"
                //% "没有要补打的胸卡"
                text: view.printers.failed.length > 0 ? qsTrId("staff.not_printed").arg(view.printers.failed.length) : qsTrId("staff.all_printed")
            }
            Card {
                width: parent.width
                height: failed.height
                visible: view.printers.failed.length > 0

                Column {
                    id: failed

                    width: parent.width

                    Repeater {
                        model: view.printers.failed.slice(head.first, head.last)

                        FailedRow {
                            width: failed.width
                            enabled: !view.printers.busy
                            onAgain: view.printers.print_again(modelData.attendee)
                        }
                    }
                }
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            text: view.printers.notDone ? qsTrId("staff.not_done") : view.printers.said
            visible: view.ready && text !== ""
        }
        Row {
            width: parent.width
            spacing: Theme.spaceM
            visible: view.ready

            ActionButton {
                id: test

                enabled: view.printers.testState !== "testing"
                icon: "printer"
                //% "打一张测试页"
                text: qsTrId("staff.test_page")
                onTapped: view.printers.test()
            }
            StyledText {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - test.width - parent.spacing
                typeStyle: Theme.body
                font.weight: view.printers.testState === "" ? Font.Normal : Font.Bold
                color: view.printers.testState === "" ? Theme.colour.inkSoft : Theme.colour.ink
                text: view.tested(view.printers.testState)
            }
        }
    }
}
