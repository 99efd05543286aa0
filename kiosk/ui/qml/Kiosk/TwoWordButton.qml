import QtQuick
import Kiosk

// A button on brand, in both languages at once.
Tap {
    id: button

    required property string zh
    required property string en
    property bool filled: false
    readonly property color ink: !enabled ? Theme.colour.inkSoft : filled ? Theme.colour.ink : Theme.colour.onBrand

    name: zh + " " + en

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: !button.enabled ? Theme.colour.sunk : button.filled ? (button.pressed ? Theme.colour.brandTint : Theme.colour.raised) : button.pressed ? Theme.colour.brandPressed : Theme.colour.brand
        border.width: button.enabled ? Theme.controlLine : 0
        border.color: button.filled ? Theme.colour.raised : Theme.colour.onBrand
    }
    Row {
        anchors.centerIn: parent
        spacing: Theme.spaceXl

        StyledText {
            anchors.verticalCenter: parent.verticalCenter
            typeStyle: button.filled ? Theme.headline : Theme.title
            label: true
            color: button.ink
            text: button.zh
            wrapMode: Text.NoWrap
        }
        StyledText {
            anchors.verticalCenter: parent.verticalCenter
            typeStyle: button.filled ? Theme.title : Theme.lead
            label: true
            font.weight: Font.Medium
            color: button.ink
            text: button.en
            wrapMode: Text.NoWrap
        }
    }
}
