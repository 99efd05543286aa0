pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The map: fingers move the painted picture, and it is painted anew when they leave it (MapItem).
// Everything that a finger can do has a button on MapControls.
Item {
    id: view

    property alias floorMap: map.floorMap
    property alias level: map.level
    property alias hits: map.hits
    property alias chosen: map.chosen
    property alias route: map.route
    property alias focusStall: map.focusStall
    property alias northUp: map.northUp
    readonly property alias item: map
    property bool interactive: true
    // While a keyboard takes the room, the lower part of so high a picture is shown, not a smaller one.
    property int fullHeight: 0
    property int coveredTop: 0
    property int coveredBottom: 0
    property int coveredSide: 0

    // Where the way goes to another level: a list of {x, y, to, text, icon}; a touch on one asks for that level.
    property var levelMarks: []

    property bool legend: false
    readonly property list<string> signs: map.floorMap ? map.floorMap.signs : []
    readonly property string levelName: map.floorMap ? map.floorMap.levelName(map.level, Theme.language) : ""
    //% "已选 %1"
    readonly property string chosenName: map.chosen !== "" && map.floorMap ? qsTrId("map.chosen").arg(map.floorMap.nameOf(map.chosen, Theme.language)) : ""
    //% "亮起 %1 个展位"
    readonly property string litName: map.hits.length > 0 ? qsTrId("map.lit", map.hits.length).arg(Theme.grouped(map.hits.length)) : ""

    signal stallTouched(number: string)
    signal facilityTouched(id: string)
    signal levelAsked(level: string)

    function zoom(closer: bool): void {
        map.zoomStep(closer);
    }
    // To where one stands; on another level that is asked for first.
    function me(): void {
        if (!map.hasMe && view.floorMap)
            view.levelAsked(view.floorMap.ownLevel);
        map.showMe();
    }
    function draw(): void {
        if (Theme.motionRoute === 0 || route.length === 0)
            map.routeShown = 1;
        else
            drawing.restart();
    }

    // By a part of what is seen.
    function pan(across: int, down: int): void {
        const step = Math.min(width, height) / 4;
        map.settle(1, 0, 0, -across * step, -down * step);
    }

    clip: true
    // Keys do what fingers do: arrows move the map, plus and minus bring it nearer and further, Enter touches its middle.
    activeFocusOnTab: interactive
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_Left || event.key === Qt.Key_Right)
            pan(event.key === Qt.Key_Left ? -1 : 1, 0);
        else if (event.key === Qt.Key_Up || event.key === Qt.Key_Down)
            pan(0, event.key === Qt.Key_Up ? -1 : 1);
        else if (event.text === "+" || event.text === "=")
            zoom(true);
        else if (event.text === "-")
            zoom(false);
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            map.touch(frame.width / 2, frame.height - view.height / 2);
        else
            event.accepted = false;
    }
    Accessible.role: Accessible.Graphic
    //% "平面图"
    //% "，"
    Accessible.name: [qsTrId("find.map"), levelName, chosenName, litName].filter(each => each !== "").join(qsTrId("map.comma"))

    Rectangle {
        anchors.fill: parent
        color: Theme.colour.mapGround
    }
    Item {
        id: frame

        width: view.width
        height: Math.max(view.height, view.fullHeight)
        y: view.height - height

        // It sizes and places itself: larger than the frame where it is magnified.
        MapItem {
            id: map

            room: Qt.size(frame.width, frame.height)
            interactive: view.interactive
            levelMarks: view.levelMarks
            glideMs: Theme.motionMap
            language: Theme.language
            //% "您在这里"
            meText: qsTrId("find.you_are_here")
            margins: Qt.rect(view.coveredSide, view.coveredTop, view.coveredSide, view.coveredBottom)
            theme: ({
                    "ground": Theme.colour.mapGround,
                    "floor": Theme.colour.mapFloor,
                    "wall": Theme.colour.mapWall,
                    "sunk": Theme.colour.sunk,
                    "ink": Theme.colour.ink,
                    "inkSoft": Theme.colour.inkSoft,
                    "brand": Theme.colour.brand,
                    "onBrand": Theme.colour.onBrand,
                    "chosen": Theme.colour.mapChosen,
                    "onChosen": Theme.colour.mapOnChosen,
                    "route": Theme.colour.mapRoute,
                    "routeCasing": Theme.colour.mapRouteCasing,
                    "me": Theme.colour.mapMe,
                    "onMe": Theme.colour.mapOnMe,
                    "onZone": Theme.onZone,
                    "zones": ["A", "B", "C", "D", "E", "F"].map(letter => ({
                                "letter": letter,
                                "fill": Theme.zoneFill(letter),
                                "fillRest": Theme.zoneRest(letter),
                                "edge": Theme.zoneEdge(letter),
                                "shape": Theme.zoneShape(letter)
                            })),
                    "pxPerMm": Theme.pxPerMm,
                    "family": Theme.family,
                    "outlined": Theme.contrast,
                    "textFactor": Theme.largeFactor
                })
            onStallTouched: number => view.stallTouched(number)
            onFacilityTouched: id => view.facilityTouched(id)
            onLevelAsked: level => view.levelAsked(level)
        }
    }
    // The whole level, small, while only a part of it is seen. It stands where it hides neither the chosen stall
    // nor this kiosk.
    MapOverview {
        map: map
        visible: view.interactive && !map.atFurthest
        x: onLeft ? view.coveredSide : view.width - width - view.coveredSide
        y: view.coveredTop + Theme.spaceXs + (signs.active ? signs.height + Theme.spaceXs : 0)
    }
    Loader {
        id: signs

        x: view.coveredSide
        y: view.coveredTop + Theme.spaceXs
        width: view.width - 2 * x
        active: view.legend && view.signs.length > 0

        sourceComponent: MapLegend {
            map: map
            signs: view.signs
            onClosed: view.legend = false
        }
    }
    // Where the keys go: as the ring round what can be touched.
    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.width: Theme.focusLine
        border.color: Theme.colour.brand
        visible: view.activeFocus

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.focusLine
            color: "transparent"
            border.width: Theme.focusGap
            border.color: Theme.colour.raised
        }
    }
    NumberAnimation {
        id: drawing

        target: map
        property: "routeShown"
        from: 0
        to: 1
        duration: Theme.motionRoute
        easing.type: Easing.InOutQuad
    }
}
