import QtQuick
import Kiosk

// What fingers do on the map, as buttons: further, nearer, turn, back to where one stands.
Row {
    id: controls

    required property MapView map

    spacing: Theme.targetGap

    IconButton {
        //% "缩小"
        name: qsTrId("find.zoom_out")
        icon: "minus"
        onTapped: controls.map.zoom(false)
    }
    IconButton {
        //% "放大"
        name: qsTrId("find.zoom_in")
        icon: "plus"
        onTapped: controls.map.zoom(true)
    }
    IconButton {
        //% "转动平面图"
        name: qsTrId("find.rotate")
        icon: "rotate"
        onTapped: controls.map.northUp = !controls.map.northUp
    }
    IconButton {
        //% "回到我的位置"
        name: qsTrId("find.me")
        icon: "me"
        onTapped: controls.map.item.showMe()
    }
}
