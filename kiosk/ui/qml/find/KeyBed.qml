pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A bed of keys in columns and rows. `keys` are objects with text (what it types, and shows), column, row, and
// where they differ: small (letters under the digit), columns, rows, icon, action (instead of typing), name.
Rectangle {
    id: bed

    required property list<var> keys
    required property int columns
    required property int rows
    required property FindSizes sizes
    readonly property real keyWidth: (width - 2 * sizes.bedEdge - (columns - 1) * Theme.targetGap) / columns
    readonly property real keyHeight: (height - 2 * Theme.targetGap - (rows - 1) * Theme.targetGap) / rows

    signal typed(text: string)
    signal acted(action: string)

    color: Theme.colour.sunk

    Repeater {
        model: bed.keys

        Tap {
            id: key

            required property var modelData
            readonly property bool acts: modelData.action !== undefined
            readonly property bool spells: modelData.small !== undefined
            readonly property real across: modelData.columns ?? 1
            readonly property real down: modelData.rows ?? 1

            name: modelData.name ?? (spells ? modelData.text + " " + modelData.small : modelData.text)
            x: bed.sizes.bedEdge + Math.round(modelData.column * (bed.keyWidth + Theme.targetGap))
            y: Theme.targetGap + Math.round(modelData.row * (bed.keyHeight + Theme.targetGap))
            width: Math.round(across * bed.keyWidth + (across - 1) * Theme.targetGap)
            height: Math.round(down * bed.keyHeight + (down - 1) * Theme.targetGap)
            onTapped: {
                if (acts)
                    bed.acted(modelData.action);
                else
                    bed.typed(modelData.text);
            }

            Rectangle {
                anchors.fill: parent
                radius: Theme.radiusControl
                color: key.pressed ? Theme.colour.brandTint : key.acts ? Theme.colour.surface : Theme.colour.raised
                border.width: Theme.controlLine
                border.color: Theme.colour.lineStrong
            }
            Row {
                anchors.centerIn: parent
                spacing: Theme.spaceS

                StyledText {
                    anchors.verticalCenter: parent.verticalCenter
                    typeStyle: key.acts ? Theme.body : Theme.keyText
                    label: true
                    font.weight: key.acts ? Font.Normal : Font.Medium
                    text: key.modelData.icon !== undefined ? "" : key.modelData.text
                    visible: text !== ""
                    wrapMode: Text.NoWrap
                }
                StyledText {
                    anchors.verticalCenter: parent.verticalCenter
                    typeStyle: Theme.body
                    label: true
                    color: Theme.colour.inkSoft
                    text: key.modelData.small ?? ""
                    visible: text !== ""
                    wrapMode: Text.NoWrap
                }
            }
            Icon {
                anchors.centerIn: parent
                name: key.modelData.icon ?? ""
                visible: name !== ""
            }
        }
    }
}
