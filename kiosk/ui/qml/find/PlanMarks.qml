pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Models

// The numbers of the stops along the way, as part of the map's picture: they move and grow with it.
Item {
    id: marks

    required property MapItem map
    // A list of {text, x, y, on}, in metres on the level shown.
    required property var stops
    required property int size

    parent: map
    anchors.fill: parent
    Accessible.ignored: true

    Repeater {
        model: marks.stops

        PlanMark {
            id: mark

            required property var modelData
            property point at: Qt.point(-1, -1)

            function place(): void {
                at = marks.map.pixelOf(modelData.x, modelData.y);
            }

            x: at.x - width / 2
            y: at.y - height / 2
            z: modelData.on ? 1 : 0
            size: modelData.on ? Math.round(marks.size * 1.3) : marks.size
            text: modelData.text
            cased: true
            visible: at.x >= 0 && at.y >= 0
            Component.onCompleted: place()

            Connections {
                function onViewChanged(): void {
                    mark.place();
                }

                target: marks.map
            }
        }
    }
}
