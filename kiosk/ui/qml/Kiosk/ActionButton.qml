import QtQuick
import Kiosk

// A button with a word, and an icon if it has one. One filled (primary) button a page.
Tap {
    id: button

    required property string text
    property string icon: ""
    property string trailingIcon: ""
    property bool primary: false
    // A light button on a ground of full colour.
    property bool onBrand: false
    property bool alarming: false
    property TypeStyle typeStyle: Theme.lead
    // Between its words and its edges, at least.
    property int inset: Theme.cardInset
    // So far above the middle its words stand, where something stands below them.
    property int lift: 0
    readonly property color ground: !enabled ? Theme.colour.sunk : alarming ? Theme.colour.refuse : primary ? Theme.colour.brand : onBrand ? "transparent" : Theme.colour.raised
    readonly property color ink: !enabled ? Theme.colour.inkSoft : alarming ? Theme.colour.onRefuse : primary ? Theme.colour.onBrand : onBrand ? Theme.colour.onBrand : Theme.colour.ink

    name: text
    implicitHeight: Theme.buttonHeight
    implicitWidth: Math.max(Theme.targetLeast, content.width + 2 * inset)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: button.pressed ? (button.alarming ? Theme.colour.refusePressed : button.primary || button.onBrand ? Theme.colour.brandPressed : Theme.colour.brandTint) : button.ground
        border.width: !button.enabled || button.primary || button.alarming && !Theme.contrast ? 0 : Theme.controlLine
        border.color: button.onBrand ? Theme.colour.onBrand : Theme.colour.lineStrong
    }
    Row {
        id: content

        anchors.centerIn: parent
        anchors.verticalCenterOffset: -button.lift
        spacing: Theme.spaceS

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: button.icon
            ink: button.ink
            visible: button.icon !== ""
        }
        StyledText {
            anchors.verticalCenter: parent.verticalCenter
            typeStyle: button.typeStyle
            label: true
            font.weight: Font.Bold
            color: button.ink
            text: button.text
            wrapMode: Text.NoWrap
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: button.trailingIcon
            ink: button.ink
            visible: button.trailingIcon !== ""
        }
    }
}
