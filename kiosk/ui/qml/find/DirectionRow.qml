import QtQuick
import Kiosk

// A step of the way: which way to turn, what one sees there.
Rectangle {
    id: row

    required property string icon
    required property string title
    required property string detail
    required property bool arrives
    required property FindSizes sizes

    height: sizes.stepRow
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }
    color: arrives ? Theme.colour.brandTint : "transparent"
    Accessible.role: Accessible.StaticText
    Accessible.name: row.title + " " + row.detail

    RowLine {}
    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        size: row.sizes.stepIcon
        name: row.icon === "back" ? "turn_back" : row.icon
        ink: Theme.colour.brand
    }
    Column {
        anchors.left: sign.right
        anchors.leftMargin: Theme.spaceL
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            id: title

            width: parent.width
            typeStyle: Theme.row
            text: row.title
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.detail
            visible: text !== "" && title.lineCount === 1
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
}
