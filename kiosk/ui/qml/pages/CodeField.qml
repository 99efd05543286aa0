pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A registration code as it is typed: groups that one can compare with a message, in two rows.
Rectangle {
    id: field

    required property string typed
    required property int length
    readonly property VisitSizes sizes: VisitSizes {}
    readonly property int rowLength: Math.ceil(length / 2)
    // Places after which a group ends, of a row.
    readonly property list<int> groupEnds: [4, 8]
    readonly property real cell: (width - 2 * Theme.cardInset - groupEnds.length * sizes.codeGroupGap) / rowLength

    height: sizes.codeRow * 2
    radius: Theme.radiusControl
    color: Theme.colour.raised
    border.width: Theme.focusLine
    border.color: Theme.colour.brand
    Accessible.role: Accessible.StaticText
    Accessible.name: typed

    Repeater {
        model: field.length

        Item {
            id: place

            required property int index
            readonly property int column: index % field.rowLength
            readonly property bool next: index === field.typed.length

            x: Theme.cardInset + column * field.cell + field.groupEnds.filter(end => end <= column).length * field.sizes.codeGroupGap
            y: Math.floor(index / field.rowLength) * field.sizes.codeRow
            width: field.cell
            height: field.sizes.codeRow

            StyledText {
                anchors.centerIn: parent
                typeStyle: Theme.title
                label: true
                text: field.typed.charAt(place.index)
                wrapMode: Text.NoWrap
            }
            Rectangle {
                x: Theme.thin(1)
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.spaceS
                width: parent.width - 2 * x
                height: place.next ? Theme.focusLine : Theme.hair
                color: place.next ? Theme.colour.brand : Theme.colour.lineStrong
            }
        }
    }
}
