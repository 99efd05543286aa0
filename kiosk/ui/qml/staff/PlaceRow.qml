import QtQuick
import Kiosk

// A stall as a place: its number, whose it is, and how it stands. A touch chooses it.
Tap {
    id: row

    required property int index
    required property string stall
    required property string host
    required property string standing
    required property string to
    required property string guest
    required property string guestStall
    required property bool closed
    required property bool chosen
    readonly property color ink: chosen ? Theme.colour.onBrand : Theme.colour.ink

    name: stall + " " + words.who(host, to, guest) + " " + how.text
    checkable: true
    checked: chosen
    height: sizes.floorRow
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }

    StaffSizes {
        id: sizes
    }
    PlaceWords {
        id: words
    }
    Rectangle {
        anchors.fill: parent
        color: row.chosen ? Theme.colour.brand : row.pressed ? Theme.colour.brandTint : Theme.colour.raised
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    StyledText {
        id: number

        x: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: sizes.stallNumber
        typeStyle: Theme.row
        label: true
        color: row.ink
        text: row.stall
        wrapMode: Text.NoWrap
    }
    Column {
        anchors.left: number.right
        anchors.leftMargin: Theme.spaceS
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            color: row.ink
            text: words.who(row.host, row.to, row.guest)
            visible: text !== ""
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle
        }
        StyledText {
            id: how

            width: parent.width
            typeStyle: Theme.body
            font.weight: row.closed || row.to !== "" || row.guest !== "" ? Font.Bold : Font.Normal
            color: row.chosen ? row.ink : row.closed || row.to !== "" || row.guest !== "" ? Theme.colour.ink : Theme.colour.inkSoft
            text: words.line(row.standing, row.to, row.guestStall, row.closed)
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
}
