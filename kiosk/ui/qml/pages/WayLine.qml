pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A way drawn once from where one stands, leg by leg, and then still.
Item {
    id: line

    // Corners, in px.
    required property var way
    readonly property VisitSizes sizes: VisitSizes {}
    readonly property int thick: sizes.attractWay
    readonly property list<real> ends: {
        const found = [0];
        for (let at = 1; at < way.length; at++)
            found.push(found[at - 1] + Math.abs(way[at].x - way[at - 1].x) + Math.abs(way[at].y - way[at - 1].y));
        return found;
    }
    property real drawn

    NumberAnimation on drawn {
        from: 0
        to: 1
        duration: Theme.motionRoute
        easing.type: Easing.InOutQuad
    }
    Repeater {
        model: Math.max(0, line.way.length - 1)

        Rectangle {
            id: leg

            required property int index
            readonly property point start: line.way[index] ?? Qt.point(0, 0)
            readonly property point end: line.way[index + 1] ?? Qt.point(0, 0)
            readonly property real long: Math.max(1, line.ends[index + 1] - line.ends[index])
            readonly property real share: Math.max(0, Math.min(1, (line.drawn * line.ends[line.ends.length - 1] - line.ends[index]) / long))
            readonly property real across: (end.x - start.x) * share
            readonly property real down: (end.y - start.y) * share

            x: start.x + Math.min(0, across) - line.thick / 2
            y: start.y + Math.min(0, down) - line.thick / 2
            width: Math.abs(across) + line.thick
            height: Math.abs(down) + line.thick
            color: Theme.colour.mapRoute
            visible: share > 0
        }
    }
    Rectangle {
        x: line.way.length > 0 ? line.way[0].x - width / 2 : 0
        y: line.way.length > 0 ? line.way[0].y - height / 2 : 0
        width: line.sizes.attractMe
        height: width
        radius: width / 2
        color: Theme.colour.mapMe
        visible: line.way.length > 0
    }
}
