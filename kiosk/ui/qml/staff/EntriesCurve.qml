pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// People who went in, five minutes a bar; the latest in brand, with its number.
Column {
    id: curve

    required property DeskModel desk
    // As high as what stands beside it, if that is higher.
    property int leastHeight: 0
    readonly property var entries: desk.entries
    readonly property int most: Math.max(1, ...entries)
    readonly property int latest: entries.length > 0 ? entries[entries.length - 1] : 0
    readonly property int before: entries.length > 1 ? entries[entries.length - 2] : 0

    Accessible.role: Accessible.StaticText
    Accessible.name: title.text + " " + entries.join(", ")

    StaffSizes {
        id: sizes
    }
    StyledText {
        id: title

        width: parent.width
        typeStyle: Theme.body
        color: Theme.colour.inkSoft
        //% "每 %1 分钟入场（人）"
        text: qsTrId("staff.entries").arg(curve.desk.spanMinutes)
    }
    Item {
        id: area

        readonly property int bar: Math.floor((width - (curve.entries.length - 1) * sizes.curveGap) / Math.max(1, curve.entries.length))
        readonly property int room: height - number.height

        function heightOf(people: int): int {
            return Math.max(Theme.hair, Math.round(room * people / curve.most));
        }

        width: parent.width
        height: Math.max(sizes.curveHeight, curve.leastHeight - title.height - from.height)

        Repeater {
            model: curve.entries

            Rectangle {
                required property int modelData
                required property int index

                x: index * (area.bar + sizes.curveGap)
                y: area.height - height
                width: area.bar
                height: area.heightOf(modelData)
                color: index === curve.entries.length - 1 ? Theme.colour.brand : Theme.colour.line
            }
        }
        Rectangle {
            y: parent.height - height
            width: parent.width
            height: Theme.hair
            color: Theme.colour.lineStrong
        }
        StyledText {
            id: number

            // Where it is wider than its bar it stands above the bar before as well.
            readonly property int over: width > area.bar ? Math.max(curve.latest, curve.before) : curve.latest

            anchors.right: parent.right
            anchors.rightMargin: parent.width - curve.entries.length * (area.bar + sizes.curveGap) + sizes.curveGap
            y: area.height - area.heightOf(over) - height
            typeStyle: Theme.caption
            font.weight: Font.Bold
            text: curve.latest
            wrapMode: Text.NoWrap
        }
    }
    Item {
        width: parent.width
        height: from.height

        StyledText {
            id: from

            typeStyle: Theme.caption
            color: Theme.colour.inkSoft
            text: curve.desk.entriesFrom
            wrapMode: Text.NoWrap
        }
        StyledText {
            anchors.right: parent.right
            typeStyle: Theme.caption
            color: Theme.colour.inkSoft
            text: curve.desk.entriesTo
            wrapMode: Text.NoWrap
        }
    }
}
