pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A few places of which one is on: filled in brand, as all that is chosen. `options` are objects (or rows of one
// value, modelData) with id, name, count (a text, may be empty), icon (may be empty) and on.
Row {
    id: control

    required property var options
    required property int optionHeight
    property int leastWidth: Theme.targetLeast
    property TypeStyle typeStyle: Theme.lead
    property int inset: Theme.cardInset

    signal chosen(id: string)

    spacing: Theme.targetGap

    Repeater {
        model: control.options

        Tap {
            id: option

            required property var modelData
            readonly property bool on: modelData.on
            readonly property color ink: !enabled ? Theme.colour.inkSoft : on ? Theme.colour.onBrand : Theme.colour.ink

            name: modelData.name
            enabled: modelData.enabled ?? true
            checkable: true
            checked: on
            width: Math.max(control.leastWidth, content.width + 2 * control.inset)
            height: control.optionHeight
            onTapped: control.chosen(modelData.id)

            Rectangle {
                anchors.fill: parent
                radius: Theme.radiusControl
                color: !option.enabled ? Theme.colour.sunk : option.on ? Theme.colour.brand : option.pressed ? Theme.colour.brandTint : Theme.colour.raised
                border.width: option.enabled ? Theme.controlLine : 0
                border.color: option.on ? Theme.colour.brand : Theme.colour.lineStrong
            }
            Row {
                id: content

                anchors.centerIn: parent
                spacing: Theme.spaceXs

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: option.modelData.icon ?? ""
                    ink: option.ink
                    visible: name !== ""
                }
                StyledText {
                    anchors.verticalCenter: parent.verticalCenter
                    typeStyle: control.typeStyle
                    label: true
                    font.weight: option.on ? Font.Bold : Font.Normal
                    color: option.ink
                    text: option.modelData.name
                    wrapMode: Text.NoWrap
                }
                StyledText {
                    anchors.verticalCenter: parent.verticalCenter
                    typeStyle: Theme.body
                    label: true
                    color: option.ink
                    text: option.modelData.count ?? ""
                    visible: text !== ""
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
