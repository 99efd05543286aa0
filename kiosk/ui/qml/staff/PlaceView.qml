pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models
import "../find"

// Where this kiosk stands: touched on the map, or in the list beside it. What is asked stands below the list.
Item {
    id: view

    required property Models models
    readonly property StaffModel staff: models.staff
    readonly property PlaceModel place: staff.place
    readonly property bool ready: place.state === "ready"
    readonly property bool asks: place.chosen.place !== undefined
    readonly property int listTop: words.y + words.height + Theme.spaceS

    function became(outcome: string): string {
        switch (outcome) {
        case "moving":
            //% "正在换位置，几秒就好。"
            return qsTrId("keeper.place_moving");
        case "moved":
            //% "换好了：本机在%1，入口：%2。路线从这里算起。"
            return qsTrId("keeper.place_moved").arg(place.here).arg(place.hereGate);
        case "not_kept":
            //% "位置没有换，请再试一次。"
            return place.said !== "" ? place.said : qsTrId("keeper.place_not_kept");
        default:
            //% "本机在%1，入口：%2。在图上或表里点一下就能换。"
            return qsTrId("keeper.place_how").arg(place.here).arg(place.hereGate);
        }
    }

    StaffSizes {
        id: sizes
    }
    KeptInSight {
        list: list
        row: view.place.chosenRow
    }
    StationSizes {
        id: own
    }
    Card {
        x: Theme.margin
        y: sizes.top
        width: sizes.columnWidth
        height: (sizes.portrait ? sizes.reach - sizes.gap : sizes.bottom) - y
        visible: view.ready

        MapView {
            id: map

            anchors.fill: parent
            anchors.margins: Theme.hair
            floorMap: view.place.floorMap
            level: view.place.level
            levelMarks: view.place.marks
            coveredTop: Theme.spaceXs
            coveredBottom: Theme.spaceXs
            coveredSide: Theme.spaceXs
            // The plates on it are places here, and their touch names one.
            onLevelAsked: id => {
                if (view.place.levels.some(each => each.id === id))
                    view.place.show_level(id);
                else
                    view.place.choose(id);
            }
        }
    }
    StateNote {
        x: sizes.secondLeft
        y: sizes.reach
        width: sizes.columnWidth
        condition: view.place.state
        //% "平面图没有读出来"
        failedText: qsTrId("keeper.place_failed")
        onAgain: view.place.retry()
    }
    Item {
        id: tools

        x: sizes.secondLeft
        y: sizes.reach
        width: sizes.columnWidth
        height: Math.max(levels.height, controls.height)
        visible: view.ready

        Row {
            id: levels

            spacing: Theme.targetGap

            Repeater {
                model: view.place.levels

                Chip {
                    required property var modelData

                    text: modelData.name
                    chosen: modelData.on
                    onTapped: view.place.show_level(modelData.id)
                }
            }
        }
        MapControls {
            id: controls

            anchors.right: parent.right
            map: map
        }
    }
    StyledText {
        id: words

        x: sizes.secondLeft
        y: tools.y + tools.height + Theme.spaceS
        width: sizes.columnWidth
        typeStyle: Theme.lead
        font.weight: view.place.outcome === "" ? Font.Normal : Font.Bold
        text: view.became(view.place.outcome)
        visible: view.ready
    }
    RowList {
        id: list

        x: sizes.secondLeft
        y: view.listTop
        width: sizes.columnWidth
        rows: view.place.rows
        rowHeight: own.placeRow
        room: sizes.bottom - view.listTop - (panel.visible ? panel.height + Theme.spaceM : 0)
        //% "机位"
        name: qsTrId("keeper.places")
        words: qsTrId("staff.page")
        visible: view.ready && total > 0
        Component.onCompleted: list.view.reuseItems = false

        delegate: KioskPlaceRow {
            width: list.view.width
            onTapped: view.place.choose(place)
        }
    }
    AskPanel {
        id: panel

        x: sizes.secondLeft
        y: sizes.bottom - height
        width: sizes.columnWidth
        visible: view.ready && view.asks
        whose: view.place.shift.whose.settings
        title: view.place.chosen.title ?? ""
        detail: qsTrId("keeper.at_gate").arg(view.place.chosen.gate ?? "")
        remark: view.place.chosen.here ? qsTrId("keeper.here") : view.place.chosen.taken ?? ""
        //% "再看看"
        keepText: qsTrId("keeper.not_yet")
        //% "本机站在这里"
        sureText: qsTrId("keeper.stand_here")
        possible: !view.place.busy && view.place.chosen.here === false
        onKept: view.place.keep()
        onAgreed: view.place.take()
    }
}
