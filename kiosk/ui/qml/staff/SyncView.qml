pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Whether this kiosk may be switched off; what to look at; and every machine and stick that was met.
Item {
    id: view

    required property Models models
    readonly property SyncModel sync: models.staff.sync
    readonly property bool ready: sync.state === "ready"
    readonly property int shownEnd: shown.visible ? shown.y + shown.height + sizes.gap : 0

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

        Row {
            width: parent.width
            spacing: Theme.spaceM

            Drawing {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                width: sizes.syncSign
                height: sizes.syncSign
                name: "verdict_" + view.sync.level
                ink: Theme.shapeColour(view.sync.level)
            }
            StyledText {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - sign.width - parent.spacing
                typeStyle: Theme.display
                text: view.sync.title
            }
        }
        Column {
            width: parent.width

            StyledText {
                width: parent.width
                typeStyle: Theme.row
                text: view.sync.why
            }
            StyledText {
                width: parent.width
                typeStyle: Theme.row
                font.weight: Font.Normal
                text: view.sync.how
                visible: text !== ""
            }
        }
        SyncJoining {
            width: parent.width
            models: view.models
            visible: view.sync.own.state !== undefined
        }
    }
    Column {
        id: looked

        x: Theme.margin
        y: sizes.portrait ? Math.max(sizes.reach, view.shownEnd) : view.shownEnd
        width: sizes.columnWidth
        spacing: Theme.spaceS
        visible: view.ready && view.sync.items.length > 0

        ListHead {
            id: head

            width: parent.width
            total: view.sync.items.length
            perPage: sizes.syncItemsMost
            //% "要看的 %1"
            text: qsTrId("sync.items").arg(view.sync.items.length)
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            text: view.sync.said
            visible: text !== ""
        }
        Card {
            width: parent.width
            height: items.height

            Column {
                id: items

                width: parent.width

                Repeater {
                    model: view.sync.items.slice(head.first, head.last)

                    SyncItem {
                        width: items.width
                        sync: view.sync
                    }
                }
            }
        }
    }
    Column {
        id: reached

        x: sizes.secondLeft
        y: !sizes.portrait ? sizes.top : looked.visible ? looked.y + looked.height + sizes.gap : Math.max(sizes.reach, view.shownEnd)
        width: sizes.columnWidth
        spacing: sizes.gap

        StateNote {
            width: parent.width
            condition: view.sync.state
            //% "和别的机器的情况没有读出来"
            failedText: qsTrId("sync.failed")
            onAgain: view.sync.retry()
        }
        StyledText {
            id: machines

            width: parent.width
            typeStyle: Theme.title
            //% "机器和 U 盘 %1"
            //% "还没有遇到别的机器"
            text: list.total > 0 ? qsTrId("sync.machines").arg(list.total) : qsTrId("sync.no_machines")
            visible: view.ready
        }
    }
    RowList {
        id: list

        x: sizes.secondLeft
        y: reached.y + reached.height + Theme.spaceS
        width: sizes.columnWidth
        rows: view.sync.peers
        rowHeight: sizes.syncRow
        room: sizes.bottom - y
        //% "机器和 U 盘"
        name: qsTrId("sync.machines_list")
        words: qsTrId("staff.page")
        visible: view.ready && total > 0

        delegate: SyncPeerRow {
            width: list.view.width
        }
    }
}
