pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The queue in three lists: what staff are asked about, what did not come out, what waits.
Item {
    id: view

    required property PrintJobsModel jobs
    readonly property bool asks: jobs.listed === "unknown"
    readonly property int listTop: (said.visible ? said.y + said.height : tabs.height) + Theme.spaceS

    function saidOf(answered: string): string {
        switch (answered) {
        case "came_out":
            //% "记下了：出来了。"
            return qsTrId("printing.said_came_out");
        case "not_come_out":
            //% "记下了：没出来。"
            return qsTrId("printing.said_not_come_out");
        case "again":
            //% "记下了，再打一张。"
            return qsTrId("printing.said_again");
        case "cancelling":
            //% "已让打印机取消，打没打出来稍后显示。"
            return qsTrId("printing.said_cancelling");
        case "recalled":
            //% "已告诉那台机器不用打了，等它回话。"
            return qsTrId("truth.said_recalled");
        case "cancelled":
            //% "已取消，不打了。"
            return qsTrId("printing.said_cancelled");
        default:
            return jobs.said;
        }
    }

    StaffSizes {
        id: sizes
    }
    Row {
        id: tabs

        spacing: Theme.targetGap

        Chip {
            //% "待确认"
            text: qsTrId("printing.unknown")
            count: view.jobs.unknown
            inset: Theme.spaceM
            chosen: view.jobs.listed === "unknown"
            onTapped: view.jobs.show_list("unknown")
        }
        Chip {
            //% "没打出来"
            text: qsTrId("printing.failed")
            count: view.jobs.failed
            inset: Theme.spaceM
            chosen: view.jobs.listed === "failed"
            onTapped: view.jobs.show_list("failed")
        }
        Chip {
            //% "排队"
            text: qsTrId("printing.waiting")
            count: view.jobs.waiting
            inset: Theme.spaceM
            chosen: view.jobs.listed === "waiting"
            onTapped: view.jobs.show_list("waiting")
        }
    }
    StyledText {
        id: said

        y: tabs.height + Theme.spaceS
        width: parent.width
        typeStyle: Theme.lead
        font.weight: Font.Bold
        text: view.jobs.notDone ? qsTrId("staff.not_done") : view.saidOf(view.jobs.answered)
        visible: text !== ""
    }
    StyledText {
        y: view.listTop + Theme.spaceS
        width: parent.width
        typeStyle: Theme.lead
        color: Theme.colour.inkSoft
        text: {
            switch (view.jobs.listed) {
            case "unknown":
                //% "没有要确认的。"
                return qsTrId("printing.none_unknown");
            case "failed":
                //% "没有要补打的胸卡。"
                return qsTrId("printing.none_failed");
            default:
                //% "没有胸卡在排队。"
                return qsTrId("printing.none_waiting");
            }
        }
        visible: view.asks ? view.jobs.unknown === 0 : list.total === 0
    }
    PrinterQuestion {
        y: view.listTop
        width: parent.width
        jobs: view.jobs
        visible: view.asks && view.jobs.unknown > 0
    }
    RowList {
        id: list

        readonly property int count: view.jobs.listed === "failed" ? view.jobs.failed : view.jobs.waiting

        y: view.listTop
        width: parent.width
        rows: view.jobs.rows
        rowHeight: sizes.printRow
        room: view.height - y
        name: view.jobs.listed === "failed" ? qsTrId("printing.failed") : qsTrId("printing.waiting")
        //% "第 %1 到 %2 条，只列 %3 条"
        words: count > total ? qsTrId("printing.page_listed") : qsTrId("staff.page")
        visible: !view.asks && total > 0

        delegate: PrintJobRow {
            width: list.view.width
            busy: view.jobs.busy
            whose: view.jobs.shift.whose.jobs
            onAsked: view.jobs.ask_cancel(job)
            onKept: view.jobs.keep()
            onCancel: view.jobs.cancel(job)
            onAgain: view.jobs.print_again(attendee)
            onAnswered: cameOut => view.jobs.answer_for(job, cameOut)
        }
    }
}
