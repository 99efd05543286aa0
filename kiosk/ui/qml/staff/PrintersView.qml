pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// One printer in full, to be read: what is wrong and what to do. Then all of them, what can be done with the one
// that is shown, and the queue. How badges look, and printing many at once, are pages of their own.
Item {
    id: view

    required property Models models
    readonly property PrintersModel printers: models.staff.printers
    readonly property bool ready: printers.state === "ready"

    function tested(state: string): string {
        switch (state) {
        case "testing":
            //% "正在打印测试页。"
            return qsTrId("staff.test_busy");
        case "printed":
            //% "测试页已送去打印，请看出卡口。"
            return qsTrId("printing.test_sent");
        case "unknown":
            //% "测试页送去了，打印机没有回话。请看出卡口。"
            return qsTrId("printing.test_unknown");
        case "failed":
            //% "测试页没有打出来：%1。"
            return qsTrId("printing.test_failed").arg(printers.testProblem);
        default:
            return "";
        }
    }

    StaffSizes {
        id: sizes
    }
    PrinterPanel {
        id: panel

        x: Theme.margin
        y: sizes.top
        width: sizes.columnWidth
        room: sizes.portrait ? sizes.reach - sizes.gap - y : sizes.bottom - y - sizes.gap - acts.height
        printers: view.printers
        visible: view.ready
    }
    StateNote {
        x: sizes.secondLeft
        y: sizes.reach
        width: sizes.columnWidth
        condition: view.printers.state
        //% "打印队列没有读出来"
        failedText: qsTrId("staff.printers_failed")
        onAgain: view.printers.retry()
    }
    Column {
        id: acts

        x: Theme.margin
        y: (sizes.portrait ? Math.max(sizes.reach, panel.y + panel.height + sizes.gap) : panel.y + panel.height + sizes.gap)
        width: sizes.columnWidth
        spacing: Theme.spaceM
        visible: view.ready

        Grid {
            id: cells

            readonly property int each: (width - spacing) / 2

            width: parent.width
            columns: 2
            spacing: Theme.targetGap
            visible: view.printers.several

            // They are read again every two seconds, and stay under the finger.
            Repeater {
                model: view.printers.total

                PrinterCell {
                    required property int index

                    width: cells.each
                    line: view.printers.printers[index] ?? view.printers.shown
                    onTapped: view.printers.choose(line.id)
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.targetGap
            visible: view.printers.shown.id !== "" && !view.printers.entering

            StaffButton {
                whose: view.printers.shift.whose.printers
                typeStyle: Theme.body
                inset: Theme.spaceM
                free: !view.printers.busy
                icon: "up"
                //% "先用这台"
                text: qsTrId("printing.print_first")
                visible: view.printers.several && !view.printers.shown.first
                onTapped: view.printers.print_first()
            }
            StaffButton {
                whose: view.printers.shift.whose.printers
                typeStyle: Theme.body
                inset: Theme.spaceM
                free: !view.printers.busy && !view.printers.entering
                icon: "roll"
                //% "装了新纸"
                text: qsTrId("printing.new_roll")
                onTapped: view.printers.ask_labels()
            }
            StaffButton {
                whose: view.printers.shift.whose.printers
                typeStyle: Theme.body
                inset: Theme.spaceM
                free: !view.printers.testing
                icon: "printer"
                //% "打测试页"
                text: qsTrId("printing.test_page")
                onTapped: view.printers.test()
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            text: view.printers.notDone ? qsTrId("staff.not_done") : view.tested(view.printers.testState)
            visible: text !== ""
        }
    }
    PrinterLabels {
        x: sizes.secondLeft
        y: jobs.y
        width: sizes.columnWidth
        printers: view.printers
        visible: view.ready && view.printers.entering
    }
    PrinterJobs {
        id: jobs

        x: sizes.secondLeft
        y: sizes.portrait ? acts.y + acts.height + sizes.gap : sizes.reach
        width: sizes.columnWidth
        height: more.y - Theme.spaceM - y
        jobs: view.printers.jobs
        visible: view.ready && !view.printers.entering
    }
    Row {
        id: more

        x: sizes.secondLeft
        y: sizes.bottom - height
        width: sizes.columnWidth
        spacing: Theme.targetGap
        visible: !view.printers.entering

        ActionButton {
            width: (parent.width - parent.spacing) / 2
            typeStyle: Theme.body
            icon: "layouts"
            //% "胸卡样子"
            text: qsTrId("printing.layouts")
            onTapped: view.printers.layouts.open()
        }
        ActionButton {
            width: (parent.width - parent.spacing) / 2
            typeStyle: Theme.body
            icon: "sheets"
            //% "批量打印"
            text: qsTrId("printing.batch")
            onTapped: view.models.staff.open("batch")
        }
    }
}
