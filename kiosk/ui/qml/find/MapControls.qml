import QtQuick
import Kiosk

// What fingers do on the map, as buttons: further, nearer, turn, back to where one stands.
Row {
    id: controls

    required property MapView map

    spacing: Theme.targetGap

    IconButton {
        name: qsTrId("find.zoom_out")
        icon: "minus"
        onTapped: controls.map.zoom(false)
    }
    IconButton {
        name: qsTrId("find.zoom_in")
        icon: "plus"
        onTapped: controls.map.zoom(true)
    }
    IconButton {
        name: qsTrId("find.rotate")
        icon: "rotate"
        onTapped: controls.map.northUp = !controls.map.northUp
    }
    IconButton {
        name: qsTrId("find.me")
        icon: "me"
        onTapped: controls.map.item.showMe()
    }
}
