import QtQuick
import Kiosk

// One of the facets, at the left of the panel; the one that is on has its values beside it.
Tap {
    id: row

    required property string kind
    required property string words
    required property int count
    required property bool on
    required property FindSizes sizes

    height: sizes.facetRow
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }
    checkable: true
    checked: on
    name: words + (count > 0 ? " " + count : "")

    Rectangle {
        anchors.fill: parent
        color: row.on ? Theme.colour.raised : Theme.colour.brandTint
        visible: row.on || row.pressed
    }
    Rectangle {
        width: row.sizes.chosenBar
        height: parent.height
        color: Theme.colour.brand
        visible: row.on
    }
    StyledText {
        anchors.left: parent.left
        anchors.leftMargin: Theme.spaceM
        anchors.right: chosen.visible ? chosen.left : parent.right
        anchors.rightMargin: Theme.spaceXs
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        font.weight: row.on ? Font.Bold : Font.Normal
        text: row.words
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    Rectangle {
        id: chosen

        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(height, number.width + 2 * Theme.spaceXs)
        height: Theme.caption.line
        radius: height / 2
        color: Theme.colour.brand
        visible: row.count > 0

        StyledText {
            id: number

            anchors.centerIn: parent
            typeStyle: Theme.caption
            label: true
            color: Theme.colour.onBrand
            text: row.count
            wrapMode: Text.NoWrap
        }
    }
}
