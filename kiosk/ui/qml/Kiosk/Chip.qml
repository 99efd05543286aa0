import QtQuick
import Kiosk

// A facet: a word, a count, kept filled while it is chosen.
Tap {
    id: chip

    required property string text
    property string count: ""
    property string icon: ""
    property int inset: Theme.cardInset
    // Touched away: it shows that.
    property bool goes: false
    property bool chosen: false
    readonly property color ink: !enabled ? Theme.colour.inkSoft : chosen ? Theme.colour.onBrand : Theme.colour.ink

    checkable: true
    checked: chosen
    name: count === "" ? text : text + " " + count
    height: Theme.chipHeight
    width: Math.max(Theme.targetLeast, content.width + 2 * inset)

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: !chip.enabled ? Theme.colour.sunk : chip.chosen ? Theme.colour.brand : chip.pressed ? Theme.colour.brandTint : Theme.colour.raised
        border.width: chip.chosen || !chip.enabled ? 0 : Theme.controlLine
        border.color: Theme.colour.lineStrong
    }
    Row {
        id: content

        anchors.centerIn: parent
        spacing: Theme.spaceXs

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.iconRow
            name: chip.icon
            ink: chip.ink
            visible: chip.icon !== ""
        }
        StyledText {
            anchors.verticalCenter: parent.verticalCenter
            typeStyle: Theme.body
            label: true
            color: chip.ink
            text: chip.text
            wrapMode: Text.NoWrap
        }
        StyledText {
            anchors.verticalCenter: parent.verticalCenter
            typeStyle: Theme.caption
            label: true
            color: chip.chosen ? Theme.colour.onBrand : Theme.colour.inkSoft
            text: chip.count
            visible: chip.count !== ""
            wrapMode: Text.NoWrap
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.iconRow
            name: "close"
            ink: chip.ink
            visible: chip.goes
        }
    }
}
