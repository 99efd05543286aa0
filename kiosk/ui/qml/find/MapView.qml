pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The map: pinch and drag move the painted texture, and it is painted anew when they end.
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

    signal stallTouched(number: string)
    signal facilityTouched(id: string)
    signal levelAsked(level: string)

    function zoom(closer: bool): void {
        if (Theme.motionMap === 0) {
            map.zoomStep(closer);
            return;
        }
        if (closer ? map.atNearest : map.atFurthest)
            return;
        zooming.to = closer ? map.zoomFactor : 1 / map.zoomFactor;
        zooming.closer = closer;
        zooming.restart();
    }
    function draw(): void {
        if (Theme.motionRoute === 0 || route.length === 0)
            map.routeShown = 1;
        else
            drawing.restart();
    }

    clip: true
    Accessible.role: Accessible.Graphic
    //% "平面图"
    Accessible.name: qsTrId("find.map")

    Rectangle {
        anchors.fill: parent
        color: Theme.colour.mapGround
    }
    Item {
        id: frame

        width: view.width
        height: Math.max(view.height, view.fullHeight)
        y: view.height - height

        MapItem {
            id: map

            width: frame.width
            height: frame.height
            transformOrigin: Item.TopLeft
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
        }
        TapHandler {
            enabled: view.interactive
            gesturePolicy: TapHandler.DragThreshold
            onTapped: point => map.touch(point.position.x, point.position.y)
        }
        DragHandler {
            target: null
            enabled: view.interactive
            onTranslationChanged: {
                if (active) {
                    map.x = translation.x;
                    map.y = translation.y;
                }
            }
            onActiveChanged: {
                if (!active) {
                    map.settle(1, 0, 0, map.x, map.y);
                    map.x = 0;
                    map.y = 0;
                }
            }
        }
        PinchHandler {
            id: pinch

            property point about

            target: null
            enabled: view.interactive
            rotationAxis.enabled: false
            onActiveChanged: {
                if (active) {
                    about = centroid.position;
                } else {
                    map.settle(map.scale, 0, 0, map.x, map.y);
                    map.scale = 1;
                    map.x = 0;
                    map.y = 0;
                }
            }
            onActiveScaleChanged: {
                if (active) {
                    map.scale = activeScale;
                    map.x = centroid.position.x - about.x * activeScale;
                    map.y = centroid.position.y - about.y * activeScale;
                }
            }
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
    NumberAnimation {
        id: zooming

        property bool closer: true

        target: map
        property: "scale"
        from: 1
        duration: Theme.motionMap
        easing.type: Easing.InOutCubic
        onStarted: map.transformOrigin = Item.Center
        onFinished: {
            map.scale = 1;
            map.transformOrigin = Item.TopLeft;
            map.zoomStep(zooming.closer);
        }
    }
}
