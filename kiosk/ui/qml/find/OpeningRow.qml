import QtQuick
import Kiosk

// An opening: what is sought, degree, pay, and how many people at the right edge.
Item {
    id: row

    required property string title
    required property string line
    required property string degree
    required property string pay
    required property int headcount
    required property FindSizes sizes

    // Beside the map, or large, there is no room for columns: degree and pay lead the second line.
    readonly property bool columns: sizes.portrait && !Theme.large

    height: sizes.openingRow
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }
    Accessible.role: Accessible.StaticText
    Accessible.name: row.title + " " + row.line + " " + row.degree + " " + row.pay + " " + row.headcount

    RowLine {}
    Column {
        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.right: row.columns ? degree.left : count.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            text: row.title
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.columns ? row.line : [row.degree, row.pay, row.line].filter(each => each !== "").join(Theme.latin ? ", " : "·")
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
    StyledText {
        id: degree

        anchors.right: pay.left
        anchors.verticalCenter: parent.verticalCenter
        width: row.sizes.degreeWidth
        typeStyle: Theme.body
        label: true
        text: row.degree
        visible: row.columns
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    StyledText {
        id: pay

        anchors.right: count.left
        anchors.verticalCenter: parent.verticalCenter
        width: row.sizes.payWidth
        typeStyle: Theme.body
        label: true
        text: row.pay
        visible: row.columns
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    Item {
        id: count

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        width: row.sizes.headcountWidth
        height: parent.height

        StyledText {
            anchors.right: unit.left
            anchors.rightMargin: Theme.spaceXs
            anchors.verticalCenter: parent.verticalCenter
            typeStyle: Theme.title
            label: true
            text: row.headcount
            visible: row.headcount > 0
            wrapMode: Text.NoWrap
        }
        StyledText {
            id: unit

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            typeStyle: Theme.caption
            label: true
            color: Theme.colour.inkSoft
            //% "人"
            //% "若干"
            text: row.headcount > 0 ? qsTrId("listing.people") : qsTrId("listing.several")
            wrapMode: Text.NoWrap
        }
    }
}
