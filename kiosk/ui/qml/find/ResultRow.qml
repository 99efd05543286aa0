pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A line of the results, below the head of its group if it is the first of one. A touch chooses it and the map
// follows; chosen, it shows the button that opens it. What has no place on the map opens at once.
// As few items as it can do with: while one types, this is what is drawn.
Item {
    id: row

    required property int index
    required property string line
    required property string title
    required property string stall
    required property string zone
    required property string icon
    required property string floor
    required property string leads
    required property string standing
    required property string opens
    required property int distance
    required property bool chosen
    required property string head
    required property int headCount
    required property FindSizes sizes
    readonly property bool hosted: stall !== ""
    readonly property bool placed: opens === "card" || opens === "way"
    // Where the button or the chevron begins.
    readonly property int end: chosen && placed ? open.x : chevron.x
    readonly property bool two: stall.indexOf("/") > 0
    //% "还没到"
    readonly property string late: qsTrId("facets.late")
    //% "今天不来"
    readonly property string released: qsTrId("facets.released")
    //% "已换到这里"
    readonly property string moved: qsTrId("facets.moved")
    //% "关闭"
    readonly property string closed: qsTrId("facets.closed")
    readonly property string stands: ({
            "late": late,
            "released": released,
            "moved": moved,
            "closed": closed
        })[standing] ?? ""
    //% "约 %1 米"
    readonly property string away: distance < 0 ? "" : qsTrId("find.away").arg(distance)

    //% "通往 %1"
    readonly property string offer: leads === "" ? line : qsTrId("facets.leads").arg(leads)

    signal tapped
    signal opened

    height: sizes.rowHeight + (head === "" ? 0 : sizes.groupHead)
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
        touched.Accessible.ignored = false;
    }

    Loader {
        width: row.width
        height: row.sizes.groupHead
        active: row.head !== ""

        sourceComponent: GroupHead {
            words: row.head
            count: row.headCount
        }
    }
    Tap {
        id: touched

        y: row.height - height
        width: row.width
        height: row.sizes.rowHeight
        name: [row.stall, row.title, row.stands, row.offer, row.floor, row.away].filter(each => each !== "").join(" ")
        onTapped: row.tapped()

        Rectangle {
            anchors.fill: parent
            color: Theme.colour.brandTint
            visible: row.chosen || touched.pressed
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
            y: (touched.height - height) / 2
            width: row.sizes.numberWidth
            height: row.two ? row.sizes.twoNumbersHeight : row.sizes.numberHeight
            number: row.stall
            chosen: row.chosen
            visible: row.hosted
        }
        Loader {
            anchors.centerIn: plate
            active: row.icon !== "" && !row.hosted

            sourceComponent: Icon {
                name: row.icon
            }
        }
        ZoneSign {
            x: plate.x + plate.width + Theme.spaceM
            y: (touched.height - height) / 2
            size: row.sizes.badgeSmall
            letter: row.zone
        }
        // A long name takes the second line as well: branches differ at its end.
        FittedName {
            id: heading

            x: plate.x + plate.width + Theme.spaceM + (row.hosted ? Theme.spaceM + row.sizes.badgeSmall : 0)
            y: Math.round((touched.height - height - (below.visible ? below.height : 0)) / 2)
            width: (after.visible ? after.x : row.end) - Theme.spaceS - x
            name: row.title
            styles: [Theme.row, Theme.lead, Theme.body]
            room: row.standing === "" ? touched.height - Theme.spaceXs : Theme.row.line
            most: row.standing === "" ? 2 : 1
        }
        Row {
            id: below

            x: heading.x
            y: heading.y + heading.height
            width: heading.width
            spacing: Theme.spaceXs
            visible: heading.lineCount === 1

            Loader {
                anchors.verticalCenter: parent.verticalCenter
                active: row.standing !== ""

                sourceComponent: StandingSign {
                    standing: row.standing
                    words: row.stands
                }
            }
            StyledText {
                width: heading.width - x
                typeStyle: Theme.body
                color: Theme.colour.inkSoft
                text: row.offer
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
        }
        StyledText {
            id: after

            x: row.end - Theme.spaceS - width
            y: (touched.height - height) / 2
            typeStyle: Theme.body
            label: true
            color: Theme.colour.inkSoft
            text: row.floor !== "" ? row.floor : row.away
            visible: text !== "" && (row.sizes.portrait || row.width > row.sizes.columnWidth) && !(row.chosen && (Theme.large || Theme.latin))
            wrapMode: Text.NoWrap
        }
        Icon {
            id: chevron

            x: touched.width - Theme.spaceM - width
            y: (touched.height - height) / 2
            size: Theme.iconRow
            name: row.opens === "look" ? "search" : "chevron"
            visible: !(row.chosen && row.placed)
        }
        Loader {
            id: open

            x: touched.width - Theme.spaceM - width
            y: (touched.height - height) / 2
            active: row.chosen && row.placed

            sourceComponent: ActionButton {
                primary: true
                //% "详情"
                //% "怎么走"
                text: row.opens === "card" ? qsTrId("find.open") : qsTrId("facets.way")
                onTapped: row.opened()
            }
        }
    }
}
