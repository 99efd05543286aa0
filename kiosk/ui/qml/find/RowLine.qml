import QtQuick
import Kiosk

// The hair line under a row.
Rectangle {
    anchors.bottom: parent?.bottom
    width: parent?.width ?? 0
    height: Theme.hair
    color: Theme.colour.line
}
