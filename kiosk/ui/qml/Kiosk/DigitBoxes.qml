pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Typed digits, one box each; `mask` shows dots.
Row {
    id: boxes

    required property string typed
    required property int length

    spacing: Theme.gutter

    Repeater {
        model: boxes.length

        Rectangle {
            id: box

            required property int index
            readonly property bool next: index === boxes.typed.length

            width: Theme.digitBox
            height: Theme.digitBox
            radius: Theme.radiusControl
            color: Theme.colour.raised
            border.width: box.next ? Theme.focusLine : Theme.controlLine
            border.color: box.next ? Theme.colour.brand : Theme.colour.lineStrong

            StyledText {
                anchors.centerIn: parent
                typeStyle: Theme.title
                label: true
                text: boxes.typed.charAt(box.index)
            }
        }
    }
}
