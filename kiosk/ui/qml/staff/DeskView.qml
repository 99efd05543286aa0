pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// How the day goes, to be read; then what needs doing, sorted by harm, and what staff can do.
Item {
    id: view

    required property StaffModel staff
    readonly property DeskModel desk: staff.desk
    readonly property bool ready: desk.state === "ready"
    // In low mode there is room to read above, and none to spare below.
    readonly property bool recentAbove: !Theme.portrait || Theme.low
    // What is only read takes more than its room.
    readonly property bool pushed: sizes.portrait && reached.y > sizes.reach + Theme.targetGap

    // What is dealt with here and now is not everybody's; where a view is opened, the view says it.
    function whoseOf(leadsTo: string): string {
        const acts = {
            "resume": "pause",
            "pause": "pause",
            "clock": "clock",
            "rescue": "upkeep"
        };
        return leadsTo in acts ? staff.shift.whose[acts[leadsTo]] : "";
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

        OccupancyCard {
            id: occupancy

            width: parent.width
            desk: view.desk
        }
        HallsCard {
            id: halls

            width: parent.width
            desk: view.desk
            visible: view.desk.halls.length > 0
        }
        GatesCard {
            id: gates

            width: parent.width
            desk: view.desk
            visible: view.desk.gates.length > 0
        }
        RecentList {
            readonly property int above: occupancy.height + sizes.gap + (halls.visible ? halls.height + sizes.gap : 0) + (gates.visible ? gates.height + sizes.gap : 0)

            width: parent.width
            room: (sizes.portrait ? sizes.reach - sizes.gap : sizes.bottom) - shown.y - above
            desk: view.desk
            visible: view.recentAbove && most > 0
        }
    }
    Column {
        id: reached

        x: sizes.secondLeft
        y: sizes.portrait ? Math.max(sizes.reach, shown.visible ? shown.y + shown.height + sizes.gap : 0) : sizes.top
        width: sizes.columnWidth
        spacing: sizes.gap

        StateNote {
            width: parent.width
            condition: view.desk.state
            //% "今天的情况没有读出来"
            failedText: qsTrId("staff.desk_failed")
            onAgain: view.desk.retry()
        }
        Column {
            width: parent.width
            spacing: Theme.spaceS
            visible: view.ready

            ListHead {
                id: head

                width: parent.width
                total: view.desk.needs.length
                // Large, what asks in place takes the room of two, and so does what is pushed down.
                perPage: Theme.large && (view.desk.asking === "clock" || said.visible || view.pushed) ? 1 : sizes.needsMost
                //% "要做的事 %1"
                //% "暂时没有要做的事"
                text: view.desk.needs.length > 0 ? qsTrId("staff.needs").arg(view.desk.needs.length) : qsTrId("staff.nothing")
            }
            StyledText {
                id: said

                width: parent.width
                typeStyle: Theme.lead
                font.weight: Font.Bold
                text: view.desk.notDone ? qsTrId("staff.not_done") : view.desk.said
                visible: text !== ""
            }
            Card {
                width: parent.width
                height: needs.height
                visible: view.desk.needs.length > 0

                Column {
                    id: needs

                    width: parent.width

                    Repeater {
                        model: view.desk.needs.slice(head.first, head.last)

                        NeedRow {
                            width: needs.width
                            whose: view.whoseOf(modelData.leadsTo)
                            asking: modelData.leadsTo === "clock" && view.desk.asking === "clock"
                            onConfirmed: view.desk.confirm_clock()
                            onKept: {
                                view.desk.keep();
                                view.staff.open("time");
                            }
                            onLed: leadsTo => view.staff.lead(leadsTo)
                        }
                    }
                }
            }
        }
        Column {
            width: parent.width
            spacing: Theme.targetGap

            StyledText {
                typeStyle: Theme.title
                //% "办事"
                text: qsTrId("staff.act")
                visible: sizes.portrait && !Theme.large && view.desk.halls.length === 0
            }
            Row {
                width: parent.width
                spacing: Theme.targetGap

                ActionButton {
                    width: parent.width - parent.spacing - tiles.each
                    height: sizes.searchHeight
                    primary: true
                    inset: Theme.spaceS
                    typeStyle: Theme.large ? Theme.row : Theme.title
                    icon: "search"
                    //% "查人、放行、补证"
                    text: qsTrId("staff.search")
                    onTapped: view.staff.open("search")
                }
                ActionTile {
                    width: tiles.each
                    height: sizes.searchHeight
                    icon: "sync"
                    text: qsTrId("sync.title")
                    onTapped: view.staff.open("sync")
                }
            }
            Grid {
                id: tiles

                readonly property int each: (width - 2 * spacing) / 3

                width: parent.width
                columns: 3
                spacing: Theme.targetGap

                ActionTile {
                    width: tiles.each
                    height: sizes.tileHeight
                    icon: "undo"
                    text: qsTrId("staff.title_recent")
                    onTapped: view.staff.open("recent")
                }
                ActionTile {
                    width: tiles.each
                    height: sizes.tileHeight
                    icon: "room"
                    text: qsTrId("floor.title")
                    onTapped: view.staff.open("floor")
                }
                ActionTile {
                    width: tiles.each
                    height: sizes.tileHeight
                    icon: "people"
                    text: qsTrId("staff.title_delegations")
                    onTapped: view.staff.open("delegations")
                }

                ActionTile {
                    width: tiles.each
                    height: sizes.tileHeight
                    icon: "printer"
                    text: qsTrId("staff.title_printers")
                    onTapped: view.staff.open("printers")
                }
                ActionTile {
                    width: tiles.each
                    height: sizes.tileHeight
                    icon: "pack"
                    text: qsTrId("staff.title_pack")
                    onTapped: view.staff.open("pack")
                }
                ActionTile {
                    width: tiles.each
                    height: sizes.tileHeight
                    icon: "settings"
                    text: qsTrId("staff.title_settings")
                    onTapped: view.staff.open("settings")
                }
            }
        }
    }
    RecentList {
        x: Theme.margin
        y: reached.y + reached.height + sizes.gap
        width: sizes.columnWidth
        room: sizes.bottom - y
        desk: view.desk
        visible: view.ready && !view.recentAbove && most > 0
    }
}
