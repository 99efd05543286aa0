pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// What has been answered or done, what is on, what comes: a bar, a word and a value each.
// What is done can be touched where `tappable`, to go back to it.
Row {
    id: line

    // id, label, value, state (done, now or later)
    required property var entries
    property bool tappable: false
    readonly property VisitSizes sizes: VisitSizes {}

    signal chosen(id: string)

    spacing: Theme.targetGap
    height: sizes.progressHeight

    Repeater {
        model: line.entries

        Tap {
            id: entry

            required property var modelData
            readonly property bool done: modelData.state === "done"
            readonly property bool now: modelData.state === "now"

            width: (line.width - (line.entries.length - 1) * line.spacing) / line.entries.length
            height: line.height
            enabled: line.tappable && done
            name: modelData.label + " " + modelData.value
            onTapped: line.chosen(modelData.id)

            Rectangle {
                anchors.fill: parent
                radius: Theme.radiusControl
                color: entry.pressed ? Theme.colour.brandTint : Theme.colour.raised
                border.width: Theme.controlLine
                border.color: Theme.colour.lineStrong
                visible: entry.enabled
            }
            Rectangle {
                width: parent.width
                height: Theme.progressBar
                radius: entry.enabled ? Theme.radiusControl : 0
                color: entry.done || entry.now ? Theme.colour.brand : Theme.colour.line
            }
            Row {
                x: entry.enabled ? line.sizes.progressInset : 0
                anchors.bottom: value.top
                spacing: Theme.spaceXs

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    size: Theme.caption.size
                    name: "check"
                    visible: entry.done
                }
                StyledText {
                    typeStyle: Theme.caption
                    color: entry.now ? Theme.colour.ink : Theme.colour.inkSoft
                    text: entry.modelData.label
                    wrapMode: Text.NoWrap
                }
            }
            StyledText {
                id: value

                x: entry.enabled ? line.sizes.progressInset : 0
                anchors.bottom: parent.bottom
                width: parent.width - 2 * x
                typeStyle: line.sizes.progressValue
                font.weight: entry.done || entry.now ? Font.Bold : Font.Normal
                color: entry.done ? Theme.colour.ink : Theme.colour.inkSoft
                text: entry.modelData.value
                wrapMode: Text.NoWrap
                elide: Text.ElideMiddle
            }
        }
    }
}
