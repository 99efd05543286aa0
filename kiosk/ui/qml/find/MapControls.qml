import QtQuick
import Kiosk

// What fingers do on the map, as buttons: further, nearer, turn, north up, back to where one stands; and what its
// signs mean, where it has any.
Row {
    id: controls

    required property MapView map

    spacing: Theme.targetGap

    IconButton {
        //% "图例"
        name: qsTrId("map.legend")
        icon: "legend"
        visible: controls.map.signs.length > 0
        checkable: true
        checked: controls.map.legend
        onTapped: controls.map.legend = !controls.map.legend
    }
    IconButton {
        //% "缩小"
        name: qsTrId("find.zoom_out")
        icon: "minus"
        enabled: !controls.map.item.atFurthest
        onTapped: controls.map.zoom(false)
    }
    IconButton {
        //% "放大"
        name: qsTrId("find.zoom_in")
        icon: "plus"
        enabled: !controls.map.item.atNearest
        onTapped: controls.map.zoom(true)
    }
    IconButton {
        //% "转动平面图"
        name: qsTrId("find.rotate")
        icon: "rotate"
        onTapped: controls.map.item.turn()
    }
    // The needle shows where north is; north stays up while the button is on.
    IconButton {
        //% "北在上"
        name: qsTrId("map.north")
        icon: "north"
        iconTurn: -controls.map.item.bearing
        checkable: true
        checked: controls.map.northUp
        onTapped: controls.map.northUp = !controls.map.northUp
    }
    IconButton {
        //% "回到我的位置"
        name: qsTrId("find.me")
        icon: "me"
        onTapped: controls.map.me()
    }
}
