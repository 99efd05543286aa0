import QtQuick
import Kiosk

// Raised paper with a hair line.
Rectangle {
    color: Theme.colour.raised
    radius: Theme.radiusCard
    border.width: Theme.hair
    border.color: Theme.colour.line
}
