pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The fairs whose packs are here, today's first; and the rehearsal. What is asked stands below.
Item {
    id: view

    required property Models models
    readonly property StaffModel staff: models.staff
    readonly property FairModel fair: staff.fair
    readonly property bool ready: fair.state === "ready"

    StaffSizes {
        id: sizes
    }
    KeptInSight {
        list: list
        row: view.fair.chosenRow
    }
    StationSizes {
        id: own
    }
    Column {
        id: shown

        x: Theme.margin
        y: sizes.top
        width: sizes.columnWidth
        spacing: Theme.spaceM
        visible: view.ready

        StyledText {
            width: parent.width
            typeStyle: Theme.title
            //% "现在是演练"
            //% "现在不是演练"
            text: view.fair.rehearsing ? qsTrId("keeper.rehearsing") : qsTrId("keeper.not_rehearsing")
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            //% "已放行 %1 人次，都不计入活动。每一页上面都写着“演练”。"
            //% "演练时一切照常记录，但哪里都不计数；正式开门前请结束演练。"
            text: view.fair.rehearsing ? qsTrId("keeper.rehearsing_how").arg(view.fair.rehearsed) : qsTrId("keeper.rehearsal_how")
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            //% "读不出来的资料包有 %1 个，请重新拷贝、安装。"
            text: qsTrId("keeper.unread").arg(view.fair.unread)
            visible: view.fair.unread > 0
        }
    }
    Column {
        id: reached

        x: sizes.secondLeft
        y: sizes.portrait ? Math.max(sizes.reach, shown.visible ? shown.y + shown.height + sizes.gap : 0) : sizes.top
        width: sizes.columnWidth
        spacing: Theme.spaceM

        StateNote {
            width: parent.width
            condition: view.fair.state
            //% "装着的活动没有读出来"
            failedText: qsTrId("keeper.fair_failed")
            onAgain: view.fair.retry()
        }
        ActionButton {
            width: parent.width
            height: own.bigButton
            visible: view.ready && view.fair.asking === ""
            //% "结束演练"
            //% "开始演练"
            text: view.fair.rehearsing ? qsTrId("keeper.rehearsal_end") : qsTrId("keeper.rehearsal_begin")
            onTapped: view.fair.ask_rehearsal()
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            //% "没有换成，请再试一次。"
            text: view.fair.said !== "" ? view.fair.said : qsTrId("keeper.fair_not_kept")
            visible: view.ready && view.fair.notKept
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.title
            //% "装着的活动"
            text: qsTrId("keeper.fairs")
            visible: view.ready
        }
    }
    RowList {
        id: list

        x: sizes.secondLeft
        y: reached.y + reached.height + Theme.spaceS
        width: sizes.columnWidth
        rows: view.fair.rows
        rowHeight: own.fairRow
        room: sizes.bottom - y - (panel.visible ? panel.height + Theme.spaceM : 0)
        name: qsTrId("keeper.fairs")
        words: qsTrId("staff.page")
        visible: view.ready && total > 0
        Component.onCompleted: list.view.reuseItems = false

        delegate: InstalledFairRow {
            width: list.view.width
            onTapped: view.fair.choose(fair)
        }
    }
    AskPanel {
        id: panel

        x: sizes.secondLeft
        y: sizes.bottom - height
        width: sizes.columnWidth
        visible: view.ready && view.fair.asking !== ""
        whose: view.fair.shift.whose.fair
        title: {
            switch (view.fair.asking) {
            case "fair":
                //% "换到“%1”？"
                return qsTrId("keeper.fair_asked").arg(view.fair.asked);
            case "end":
                //% "结束演练？"
                return qsTrId("keeper.end_asked");
            default:
                //% "开始演练？"
                return qsTrId("keeper.begin_asked");
            }
        }
        detail: {
            switch (view.fair.asking) {
            case "fair":
                //% "本机会退出登录，几秒后在那场活动上重新开始。这场的记录都留着。"
                return qsTrId("keeper.fair_detail");
            case "end":
                //% "演练的记录留在日志里，哪里都不计数；演练时打的胸卡在活动上不能用。本机会退出登录，几秒后正式开始。"
                return qsTrId("keeper.end_detail");
            default:
                //% "从现在起都不计数，直到您结束演练。本机会退出登录，几秒后重新开始。"
                return qsTrId("keeper.begin_detail");
            }
        }
        remark: view.fair.remark
        keepText: qsTrId("keeper.not_yet")
        //% "换到这场"
        sureText: view.fair.asking === "fair" ? qsTrId("keeper.fair_sure") : view.fair.asking === "end" ? qsTrId("keeper.rehearsal_end") : qsTrId("keeper.rehearsal_begin")
        possible: view.fair.possible
        onKept: view.fair.keep()
        onAgreed: view.fair.sure()
    }
}
