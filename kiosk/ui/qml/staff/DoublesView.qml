pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Who was let in twice, with when, where and what the gate knew. One who is touched is asked about: beside the list, or
// in its place where the page is narrow.
Item {
    id: view

    required property DoublesModel doubles
    readonly property bool chosen: doubles.chosen
    readonly property bool listing: !chosen || !sizes.portrait

    function said(): string {
        switch (doubles.state) {
        case "loading":
            return qsTrId("staff.loading");
        case "failed":
            return "";
        case "none":
            //% "没有人重复入场。"
            return qsTrId("truth.twice_none");
        default:
            if (doubles.listed === "resolved")
                //% "已有工作人员看过；有新记录会再问。"
                return qsTrId("truth.twice_resolved_how");
            //% "点一个人，说一说是怎么回事。"
            //% "都处理完了。"
            return doubles.open > 0 ? qsTrId("truth.twice_how") : qsTrId("truth.twice_all_done");
        }
    }

    StaffSizes {
        id: sizes
    }
    Question {
        id: question

        //% "重复入场"
        text: qsTrId("staff.twice")
        how: view.said()
        y: sizes.portrait ? Theme.questionTop : sizes.top
    }
    StateNote {
        x: sizes.secondLeft
        y: sizes.reach
        width: sizes.columnWidth
        condition: view.doubles.state === "failed" ? "failed" : ""
        //% "重复入场的名单没有读出来"
        failedText: qsTrId("truth.twice_failed")
        onAgain: view.doubles.retry()
    }
    Row {
        id: tabs

        x: sizes.secondLeft
        y: sizes.reach
        spacing: Theme.targetGap
        visible: view.doubles.state === "ready" && view.listing

        Chip {
            //% "待核对"
            text: qsTrId("truth.twice_open")
            count: view.doubles.open
            chosen: view.doubles.listed === "open"
            onTapped: view.doubles.show_list("open")
        }
        Chip {
            //% "已处理"
            text: qsTrId("truth.twice_resolved")
            count: view.doubles.resolved
            chosen: view.doubles.listed === "resolved"
            onTapped: view.doubles.show_list("resolved")
        }
    }
    RowList {
        id: list

        x: sizes.secondLeft
        y: tabs.y + tabs.height + Theme.spaceM
        width: sizes.columnWidth
        rows: view.doubles.rows
        rowHeight: sizes.doubleRow
        room: sizes.bottom - y
        name: qsTrId("staff.twice")
        words: qsTrId("staff.page")
        visible: view.doubles.state === "ready" && view.listing && total > 0

        delegate: DoubleRow {
            width: list.view.width
            onTapped: view.doubles.choose(key)
        }
    }
    DoublePanel {
        id: panel

        x: Theme.margin
        y: sizes.portrait ? sizes.reach : question.y + question.height + Theme.spaceM
        width: sizes.columnWidth
        doubles: view.doubles
        visible: view.chosen
    }
}
