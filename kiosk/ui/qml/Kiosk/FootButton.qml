import QtQuick
import Kiosk

// A switch or a way out in the foot: icon over word. On is filled and says so.
Tap {
    id: button

    required property string icon
    required property string text
    property bool on: false
    readonly property color ink: !enabled ? Theme.colour.inkSoft : on ? Theme.colour.onBrand : Theme.colour.ink

    name: text
    checked: on
    width: Theme.footWidth
    height: Theme.footTarget

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: !button.enabled ? Theme.colour.sunk : button.on ? Theme.colour.brand : button.pressed ? Theme.colour.brandTint : "transparent"
    }
    Column {
        anchors.centerIn: parent

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            size: Theme.iconFoot
            name: button.icon
            ink: button.ink
        }
        StyledText {
            anchors.horizontalCenter: parent.horizontalCenter
            width: button.width
            typeStyle: Theme.footWord
            text: button.text
            color: button.ink
            wrapMode: Text.NoWrap
            horizontalAlignment: Text.AlignHCenter
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.footWordLeast
        }
    }
}
