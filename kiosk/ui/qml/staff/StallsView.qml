pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Stalls at sign-in: how many have come, those that nobody came to, and giving them up in one action.
Item {
    id: view

    required property StaffModel staff
    readonly property StallsModel stalls: staff.stalls
    readonly property bool ready: stalls.state === "ready"
    readonly property bool released: stalls.listed === "released"
    readonly property int actionTop: sizes.bottom - sizes.actionHeight

    StaffSizes {
        id: sizes
    }
    FactGrid {
        id: facts

        x: Theme.margin
        y: sizes.top
        width: sizes.columnWidth
        visible: view.ready
        valueStyle: Theme.display
        facts: [
            {
                //% "已签到的展位"
                "label": qsTrId("staff.stalls_claimed"),
                "value": view.stalls.claimed + " / " + view.stalls.stalls
            },
            {
                //% "没人来"
                "label": qsTrId("staff.stalls_unclaimed"),
                "value": view.stalls.unclaimed
            }
        ]
    }
    StyledText {
        id: said

        anchors.left: facts.left
        anchors.right: facts.right
        anchors.top: facts.bottom
        anchors.topMargin: Theme.spaceM
        typeStyle: Theme.lead
        font.weight: view.stalls.notDone || view.stalls.asking ? Font.Bold : Font.Normal
        color: Theme.colour.ink
        visible: view.ready
        text: {
            if (view.stalls.notDone)
                return qsTrId("staff.not_done");
            if (view.stalls.asking)
                //% "收回后，这些单位到场要先到服务台。收回还能撤销。"
                return qsTrId("staff.release_asked");
            //% "收回的展位可以给候补单位；原单位来了，先到服务台。"
            return qsTrId("staff.stalls_how");
        }
    }
    FloorTabs {
        id: tabs

        x: sizes.secondLeft
        y: sizes.reach
        staff: view.staff
    }
    StateNote {
        x: sizes.secondLeft
        y: tabs.y + tabs.height + Theme.spaceM
        width: sizes.columnWidth
        condition: view.stalls.state
        //% "展位没有读出来"
        failedText: qsTrId("staff.stalls_failed")
        onAgain: view.stalls.retry()
    }
    Row {
        id: chips

        x: sizes.secondLeft
        y: tabs.y + tabs.height + Theme.targetGap
        spacing: Theme.targetGap
        visible: view.ready

        Chip {
            text: qsTrId("staff.stalls_unclaimed")
            count: view.stalls.unclaimed
            chosen: !view.released
            onTapped: view.stalls.show_list("unclaimed")
        }
        Chip {
            //% "已收回"
            text: qsTrId("staff.stalls_released")
            count: view.stalls.released
            chosen: view.released
            onTapped: view.stalls.show_list("released")
        }
    }
    StyledText {
        x: sizes.secondLeft
        y: chips.y + chips.height + Theme.spaceM
        width: sizes.columnWidth
        typeStyle: Theme.lead
        //% "没有收回的展位。"
        //% "所有展位都有人了。"
        text: view.released ? qsTrId("staff.none_released") : qsTrId("staff.none_unclaimed")
        visible: view.ready && list.total === 0
    }
    RowList {
        id: list

        x: sizes.secondLeft
        y: chips.y + chips.height + Theme.spaceS
        width: sizes.columnWidth
        rows: view.stalls.rows
        rowHeight: sizes.stallRow
        room: view.actionTop - Theme.spaceM - y
        name: qsTrId("staff.title_stalls")
        words: qsTrId("staff.page")
        visible: view.ready && total > 0

        delegate: StallRow {
            width: list.view.width
            busy: view.stalls.busy
            whose: view.stalls.shift.whose.release
            onBack: view.stalls.give_back(stall)
        }
    }
    Row {
        x: sizes.secondLeft
        y: view.actionTop
        width: sizes.columnWidth
        spacing: Theme.gutter
        visible: view.ready

        ActionButton {
            id: keep

            height: sizes.actionHeight
            //% "不收回"
            text: qsTrId("staff.release_not")
            visible: view.stalls.asking
            onTapped: view.stalls.keep()
        }
        StyledText {
            id: done

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - undo.width - parent.spacing
            typeStyle: Theme.row
            //% "已收回 %1 个展位"
            text: qsTrId("staff.was_released").arg(view.stalls.lastReleased)
            visible: undo.visible
        }
        StaffButton {
            id: undo

            whose: view.stalls.shift.whose.release
            height: sizes.actionHeight
            icon: "undo"
            free: !view.stalls.busy
            //% "撤销"
            text: qsTrId("staff.undo")
            visible: view.stalls.lastReleased > 0 && !view.stalls.asking
            onTapped: view.stalls.undo()
        }
        StaffButton {
            whose: view.stalls.shift.whose.release
            width: parent.width - (keep.visible ? keep.width + parent.spacing : 0)
            height: sizes.actionHeight
            primary: true
            free: !view.stalls.busy && view.stalls.unclaimed > 0
            //% "确认收回 %1 个"
            //% "收回没人来的 %1 个"
            text: (view.stalls.asking ? qsTrId("staff.release_sure") : qsTrId("staff.release")).arg(view.stalls.unclaimed)
            visible: !undo.visible
            onTapped: {
                if (view.stalls.asking)
                    view.stalls.release();
                else
                    view.stalls.ask_release();
            }
        }
    }
}
