import QtQuick
import Kiosk

// The scan sign: four corners and a small pattern of squares; a sign, not a code.
Item {
    id: sign

    property int size: Theme.homeSign

    width: size
    height: size

    Drawing {
        anchors.fill: parent
        name: "scan_corners"
        ink: Theme.colour.brand
    }
    Drawing {
        anchors.fill: parent
        name: "scan_squares"
        ink: Theme.colour.ink
    }
}
