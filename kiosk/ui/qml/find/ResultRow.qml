pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A line of the results. A touch chooses it and the map follows; chosen, it shows the button that opens it.
// As few items as it can do with: while the list is flicked, this is what is drawn.
Tap {
    id: row

    required property string ref
    required property string line
    required property string title
    required property string stall
    required property string zone
    required property string kind
    required property string icon
    required property int distance
    required property bool chosen
    required property FindSizes sizes
    readonly property bool opens: kind === "exhibitor"
    // Where the button or the chevron begins.
    readonly property int end: chosen && opens ? open.x : chevron.x
    readonly property bool two: stall.indexOf("/") > 0

    signal opened

    height: sizes.rowHeight
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }
    name: row.stall + " " + row.title + " " + row.line

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
    StallPlate {
        id: plate

        x: Theme.cardInset
        y: (row.height - height) / 2
        width: row.sizes.numberWidth
        height: row.two ? row.sizes.twoNumbersHeight : row.sizes.numberHeight
        number: row.stall
        chosen: row.chosen
        visible: row.opens
    }
    Loader {
        anchors.centerIn: plate
        active: row.icon !== ""

        sourceComponent: Icon {
            name: row.icon
        }
    }
    ZoneSign {
        x: plate.x + plate.width + Theme.spaceM
        y: (row.height - height) / 2
        size: row.sizes.badgeSmall
        letter: row.zone
    }
    // A long name takes the second line as well: branches differ at its end.
    FittedName {
        id: heading

        x: plate.x + plate.width + 2 * Theme.spaceM + row.sizes.badgeSmall
        y: Math.round((row.height - height - (line.visible ? line.height : 0)) / 2)
        width: (after.visible ? after.x : row.end) - Theme.spaceS - x
        name: row.title
        styles: [Theme.row, Theme.lead, Theme.body]
        room: row.height - Theme.spaceXs
        most: 2
    }
    StyledText {
        id: line

        x: heading.x
        y: heading.y + heading.height
        width: heading.width
        typeStyle: Theme.body
        color: Theme.colour.inkSoft
        text: row.line
        visible: heading.lineCount === 1
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    StyledText {
        id: after

        x: row.end - Theme.spaceS - width
        y: (row.height - height) / 2
        typeStyle: Theme.body
        label: true
        color: Theme.colour.inkSoft
        //% "约 %1 米"
        text: qsTrId("find.away").arg(row.distance)
        visible: row.distance >= 0 && row.sizes.portrait && !(row.chosen && (Theme.large || Theme.latin))
        wrapMode: Text.NoWrap
    }
    Icon {
        id: chevron

        x: row.width - Theme.spaceM - width
        y: (row.height - height) / 2
        size: Theme.iconRow
        name: "chevron"
        visible: row.opens && !row.chosen
    }
    Loader {
        id: open

        x: row.width - Theme.spaceM - width
        y: (row.height - height) / 2
        active: row.chosen && row.opens

        sourceComponent: ActionButton {
            primary: true
            //% "详情"
            text: qsTrId("find.open")
            onTapped: row.opened()
        }
    }
}
