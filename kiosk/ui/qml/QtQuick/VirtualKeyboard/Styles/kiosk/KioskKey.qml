import QtQuick
import QtQuick.VirtualKeyboard.Styles
import Kiosk

// A key on the sunk bed: paper for letters, darker for those that do something.
KeyPanel {
    id: panel

    property string text: control.displayText
    property string icon: ""
    property bool acting: false
    property bool on: false

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.keyGap
        radius: Theme.radiusControl
        color: panel.control.pressed || panel.on ? Theme.colour.brandTint : panel.acting && !Theme.contrast ? Theme.colour.line : Theme.colour.raised
        border.width: Theme.contrast ? Theme.controlLine : 0
        border.color: Theme.colour.lineStrong
    }
    StyledText {
        anchors.centerIn: parent
        typeStyle: Theme.keyText
        label: true
        color: Theme.colour.ink
        text: panel.icon === "" ? panel.text : ""
        wrapMode: Text.NoWrap
    }
    Icon {
        anchors.centerIn: parent
        size: Theme.iconRow
        name: panel.icon
        visible: name !== ""
    }
}
