pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models
import "../find"

// The floor: how much of it is closed and whom that cuts off, a map to find one's way about; then what staff can
// close and open, or the stalls as places. What is asked stands below the list.
Item {
    id: view

    required property StaffModel staff
    readonly property FloorModel floor: staff.floor
    readonly property bool ready: floor.state === "ready"
    readonly property bool passages: floor.listed === "passages"
    readonly property bool typing: entry.keyboardUp
    readonly property int lowest: typing ? Theme.footTop - Theme.keyboardHeight - sizes.barGap : sizes.bottom
    readonly property int listTop: below.y + below.height + Theme.spaceS
    readonly property int listRoom: lowest - listTop - (panel.visible ? panel.height + Theme.spaceM : 0)

    // What is asked about or chosen stays in sight, however much room the panel and the keyboard leave.
    function showChosen(): void {
        showRow(walked, floor.passages.askedRow);
        showRow(stood, floor.stalls.chosenRow);
    }
    // Rows above it stay as far as there is room.
    function showRow(list: RowList, row: int): void {
        if (row >= list.firstRow + list.inSight)
            list.show(row - list.inSight + 1);
        else if (row >= 0 && row < list.firstRow)
            list.show(row);
    }

    onListRoomChanged: settling.restart()

    Timer {
        id: settling

        interval: 0
        onTriggered: view.showChosen()
    }

    StaffSizes {
        id: sizes
    }
    FactGrid {
        id: facts

        x: Theme.margin
        y: sizes.top
        width: sizes.columnWidth
        columns: 3
        valueStyle: Theme.title
        visible: view.ready
        facts: [
            {
                //% "关着的通道、电梯"
                "label": qsTrId("floor.closed_count"),
                "value": view.floor.passages.closed
            },
            {
                //% "走不到的展位"
                "label": qsTrId("floor.cut_off"),
                "value": view.floor.cutOff
            },
            {
                //% "只能走台阶到的展位"
                "label": qsTrId("floor.cut_off_step_free"),
                "value": view.floor.cutOffStepFree
            }
        ]
    }
    Card {
        id: plan

        readonly property int room: (sizes.portrait ? sizes.reach - sizes.gap : sizes.bottom) - y

        x: Theme.margin
        y: facts.y + facts.height + Theme.spaceM
        width: sizes.columnWidth
        height: sizes.portrait ? room : Math.min(room, view.lowest - y)
        visible: view.ready

        MapView {
            anchors.fill: parent
            anchors.margins: Theme.hair
            fullHeight: plan.room - 2 * Theme.hair
            floorMap: view.floor.floorMap
            level: view.floor.mapLevel
            chosen: view.floor.mapMark
            interactive: false
            coveredTop: Theme.spaceXs
            coveredBottom: Theme.spaceXs
            coveredSide: Theme.spaceXs
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
        condition: view.floor.state
        //% "场地的情况没有读出来"
        failedText: qsTrId("floor.failed")
        onAgain: view.floor.retry()
    }
    Item {
        id: below

        x: sizes.secondLeft
        y: tabs.y + tabs.height + Theme.targetGap
        width: sizes.columnWidth
        height: view.passages ? (levels.visible ? levels.height : 0) : entry.height
        visible: view.ready

        Row {
            id: levels

            spacing: Theme.targetGap
            visible: view.passages && view.floor.levels.length > 0

            Chip {
                //% "全部"
                text: qsTrId("floor.all_levels")
                chosen: view.floor.passages.level === ""
                onTapped: view.floor.passages.show_level("")
            }
            Repeater {
                model: view.floor.levels

                Chip {
                    required property var modelData

                    text: modelData.name
                    chosen: modelData.on
                    onTapped: view.floor.passages.show_level(modelData.id)
                }
            }
        }
        TextEntry {
            id: entry

            width: parent.width
            icon: "search"
            //% "展位号或单位"
            hint: qsTrId("floor.search_hint")
            visible: !view.passages
            onSoughtChanged: view.floor.stalls.search(sought)
        }
    }
    Connections {
        // What the model wiped or was told from without stands in the field as well.
        function onQueryChanged(): void {
            if (entry.sought !== view.floor.stalls.query)
                entry.put(view.floor.stalls.query);
        }

        target: view.floor.stalls
    }
    StyledText {
        x: sizes.secondLeft
        y: view.listTop + Theme.spaceS
        width: sizes.columnWidth
        typeStyle: Theme.lead
        text: {
            if (view.passages)
                //% "平面图上没有可以关闭的通道或电梯。"
                //% "这一层没有可以关闭的通道或电梯。"
                return view.floor.passages.count === 0 ? qsTrId("floor.none_passages") : qsTrId("floor.none_on_level");
            //% "没有空展位了。"
            //% "没有这样的展位。写展位号或单位名试试。"
            return view.floor.stalls.picking && view.floor.stalls.query === "" ? qsTrId("floor.none_free") : qsTrId("floor.none_stalls");
        }
        visible: view.ready && (view.passages ? walked : stood).total === 0
    }
    RowList {
        id: walked

        x: sizes.secondLeft
        y: view.listTop
        width: sizes.columnWidth
        rows: view.floor.passages.rows
        rowHeight: sizes.floorRow
        room: view.listRoom
        name: qsTrId("floor.passages")
        words: qsTrId("staff.page")
        visible: view.ready && view.passages && total > 0
        // The panel takes rows and gives them back: those that were used again would be read in another order.
        Component.onCompleted: walked.view.reuseItems = false

        delegate: PassageRow {
            width: walked.view.width
            busy: view.floor.busy
            whose: view.floor.shift.whose.close
            onClose: view.floor.passages.ask_close(passage)
            onOpen: view.floor.passages.open(passage)
        }
    }
    RowList {
        id: stood

        x: sizes.secondLeft
        y: view.listTop
        width: sizes.columnWidth
        rows: view.floor.stalls.rows
        rowHeight: sizes.floorRow
        room: view.listRoom
        name: qsTrId("floor.stalls")
        words: qsTrId("staff.page")
        visible: view.ready && !view.passages && total > 0
        Component.onCompleted: stood.view.reuseItems = false

        delegate: PlaceRow {
            width: stood.view.width
            onTapped: {
                stood.forceActiveFocus(); // who chooses types no more: the keyboard makes room for the panel
                view.floor.stalls.choose(stall);
            }
        }
    }
    FloorPanel {
        id: panel

        x: sizes.secondLeft
        y: view.lowest - height
        width: sizes.columnWidth
        floor: view.floor
        visible: view.ready && !view.typing && shown
    }
}
