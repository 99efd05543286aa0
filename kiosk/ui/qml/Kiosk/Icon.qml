import QtQuick
import Kiosk

// A drawing of resources/icons/drawings.json in one colour.
Drawing {
    property int size: Theme.iconButton

    ink: Theme.colour.ink
    width: size
    height: size
}
