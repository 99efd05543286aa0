import QtQuick
import Kiosk

// A line of the results. A touch chooses it and the map follows; chosen, it shows the button that opens it.
Item {
    id: row

    required property string ref
    required property string name
    required property string line
    required property string stall
    required property string zone
    required property string kind
    required property string icon
    required property int distance
    required property bool chosen
    required property FindSizes sizes
    readonly property bool opens: kind === "exhibitor"

    // Too long for two lines beside the map: a step smaller, because its end tells branches apart.
    readonly property bool longName: !sizes.portrait && name.length > (Theme.latin ? (Theme.large || chosen ? 22 : 34) : Theme.large || chosen ? 13 : 20)

    signal touched
    signal opened

    height: sizes.rowHeight

    Tap {
        id: area

        anchors.fill: parent
        name: row.stall + " " + row.name + " " + row.line
        onTapped: row.touched()
    }
    Rectangle {
        anchors.fill: parent
        color: row.chosen || area.pressed ? Theme.colour.brandTint : "transparent"
    }
    Rectangle {
        width: row.sizes.chosenBar
        height: parent.height
        color: Theme.colour.brand
        visible: row.chosen
    }
    StallPlate {
        id: plate

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: row.sizes.numberWidth
        height: two ? row.sizes.twoNumbersHeight : row.sizes.numberHeight
        number: row.stall
        chosen: row.chosen
        visible: row.opens
    }
    Icon {
        anchors.centerIn: plate
        name: row.icon
        visible: row.icon !== ""
    }
    ZoneSign {
        id: sign

        anchors.left: plate.right
        anchors.leftMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        size: row.sizes.badgeSmall
        letter: row.zone
    }
    Column {
        anchors.left: plate.right
        anchors.leftMargin: Theme.spaceM + row.sizes.badgeSmall + Theme.spaceM
        anchors.right: away.visible ? away.left : open.visible ? open.left : chevron.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter

        // A long name takes the second line as well: branches differ at its end.
        StyledText {
            id: title

            width: parent.width
            typeStyle: row.longName ? Theme.lead : Theme.row
            font.weight: Font.Bold
            text: row.name
            maximumLineCount: 2
            wrapMode: Text.Wrap
            elide: Text.ElideRight
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.line
            visible: title.lineCount === 1
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
    StyledText {
        id: away

        anchors.right: open.visible ? open.left : chevron.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        color: Theme.colour.inkSoft
        //% "约 %1 米"
        text: qsTrId("find.away").arg(row.distance)
        visible: row.distance >= 0 && (row.sizes.portrait ? !(row.chosen && (Theme.large || Theme.latin)) : !(row.chosen || Theme.large || Theme.latin))
        wrapMode: Text.NoWrap
    }
    Item {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.iconRow
        height: Theme.iconRow

        Icon {
            anchors.fill: parent
            size: Theme.iconRow
            name: "chevron"
            visible: row.opens && !row.chosen
        }
    }
    ActionButton {
        id: open

        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        primary: true
        //% "详情"
        text: qsTrId("find.open")
        visible: row.opens && row.chosen
        onTapped: row.opened()
    }
}
