import QtQuick
import Kiosk

// A stop of the plan: its number in the order, the stall or the time, whose it is, how far and when. What was
// picked and is no stop stands at the end with the reason. A touch shows a stop on the map.
Tap {
    id: row

    required property string ref
    required property string kind
    required property int number
    required property string plate
    required property string zone
    required property string title
    required property string place
    required property int distance
    required property string time
    required property string movedFrom
    required property string why
    required property bool chosen
    required property PlanSizes sizes
    readonly property bool stops: number > 0

    signal removed

    height: sizes.planRow
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }
    name: (row.stops ? row.number + " " : "") + row.plate + " " + row.title + " " + line.text

    Rectangle {
        anchors.fill: parent
        color: Theme.colour.brandTint
        visible: row.chosen || row.pressed
    }
    Rectangle {
        width: row.sizes.chosenBar
        height: parent.height
        color: Theme.colour.brand
        visible: row.chosen
    }
    RowLine {}
    PlanMark {
        id: order

        x: Theme.cardInset
        y: (row.height - height) / 2
        size: row.sizes.planNumber
        text: String(row.number)
        visible: row.stops
    }
    StallPlate {
        id: plate

        x: order.x + row.sizes.planNumber + Theme.spaceS
        y: (row.height - height) / 2
        width: row.sizes.planPlate
        height: row.sizes.numberHeight
        number: row.plate
        chosen: row.chosen
    }
    ZoneSign {
        id: sign

        x: plate.x + plate.width + Theme.spaceM
        y: (row.height - height) / 2
        size: row.sizes.badgeSmall
        letter: row.zone
        visible: row.zone !== "" && row.sizes.portrait
    }
    Icon {
        x: sign.x
        y: (row.height - height) / 2
        size: row.sizes.badgeSmall
        name: "calendar"
        visible: row.kind === "session" && row.sizes.portrait
    }
    FittedName {
        id: heading

        x: row.sizes.portrait ? sign.x + row.sizes.badgeSmall + Theme.spaceM : sign.x
        y: Math.round((row.height - height - (line.visible ? line.height : 0)) / 2)
        width: (times.visible ? times.x : remove.x) - Theme.spaceS - x
        color: row.stops ? Theme.colour.ink : Theme.colour.inkSoft
        name: row.title
        styles: [Theme.lead, Theme.body, Theme.caption]
        room: row.height - Theme.spaceXs - (row.stops ? 0 : line.height)
        most: row.stops ? 2 : 1
    }
    StyledText {
        id: line

        x: heading.x
        y: heading.y + heading.height
        width: heading.width
        typeStyle: Theme.body
        font.weight: row.stops ? Font.Normal : Font.Medium
        color: row.stops ? Theme.colour.inkSoft : Theme.colour.ink
        //% "从 %1 搬来，%2"
        text: row.stops ? (row.movedFrom === "" ? row.place : qsTrId("plan.moved").arg(row.movedFrom).arg(row.place)) : row.why
        visible: heading.lineCount === 1 || !row.stops
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    Column {
        id: times

        x: remove.x - Theme.spaceS - width
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(row.sizes.planTimes, arrives.implicitWidth, away.implicitWidth)
        visible: row.stops

        StyledText {
            id: arrives

            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            //% "%1 到"
            text: row.sizes.portrait ? qsTrId("plan.arrives").arg(row.time) : row.time
            horizontalAlignment: Text.AlignRight
            wrapMode: Text.NoWrap
        }
        StyledText {
            id: away

            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            //% "走 %1 米"
            text: qsTrId("plan.away").arg(row.distance)
            horizontalAlignment: Text.AlignRight
            wrapMode: Text.NoWrap
        }
    }
    IconButton {
        id: remove

        x: row.width - Theme.spaceM - width
        y: (row.height - height) / 2
        icon: "close"
        //% "不去 %1"
        name: qsTrId("plan.remove").arg(row.plate + " " + row.title)
        onTapped: row.removed()
    }
}
