pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// The whole level with a frame round what the map shows; a finger on it moves the map there.
Rectangle {
    id: overview

    required property MapItem map
    readonly property MapSizes sizes: MapSizes {}
    // On the right it would hide the chosen stall or this kiosk.
    readonly property bool onLeft: inset.crowded

    // In the level's shape, at most `overview` in its longer side.
    width: Math.max(sizes.overviewLeast, Math.round(sizes.overview * Math.min(1, inset.aspect)))
    height: Math.max(sizes.overviewLeast, Math.round(sizes.overview * Math.min(1, 1 / inset.aspect)))
    color: Theme.colour.mapGround
    Accessible.role: Accessible.Graphic
    //% "全图，框里是现在看到的部分"
    Accessible.name: qsTrId("map.overview")

    MapInset {
        id: inset

        anchors.fill: parent
        map: overview.map
    }
    Item {
        anchors.fill: parent
        clip: true

        Rectangle {
            x: inset.frame.x
            y: inset.frame.y
            width: inset.frame.width
            height: inset.frame.height
            color: "transparent"
            border.width: overview.sizes.overviewLine
            border.color: Theme.colour.brand
        }
    }
    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.width: Theme.controlLine
        border.color: Theme.colour.lineStrong
    }
    MouseArea {
        anchors.fill: parent
        preventStealing: true
        onPressed: event => inset.lookAt(event.x, event.y)
        onPositionChanged: event => inset.lookAt(event.x, event.y)
        onReleased: overview.map.lookedAt()
        onCanceled: overview.map.lookedAt()
    }
}
