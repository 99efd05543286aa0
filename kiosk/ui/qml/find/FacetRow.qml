import QtQuick
import Kiosk

// A value of a facet: whether it is chosen, what it is, and how many results choosing it leaves.
Tap {
    id: row

    required property string value
    required property string words
    required property int count
    required property bool on
    required property int depth
    required property FindSizes sizes

    height: sizes.facetRow
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }
    checkable: true
    checked: on
    name: words + " " + Theme.grouped(count)

    Rectangle {
        anchors.fill: parent
        color: Theme.colour.brandTint
        visible: row.pressed
    }
    RowLine {}
    Rectangle {
        id: tick

        x: Theme.spaceM + row.depth * row.sizes.facetStep
        y: (row.height - height) / 2
        width: row.sizes.facetTick
        height: width
        radius: Theme.radiusControl
        color: row.on ? Theme.colour.brand : Theme.colour.raised
        border.width: row.on ? 0 : Theme.controlLine
        border.color: Theme.colour.lineStrong

        Icon {
            anchors.centerIn: parent
            size: Theme.iconRow
            name: "check"
            ink: Theme.colour.onBrand
            visible: row.on
        }
    }
    StyledText {
        anchors.left: tick.right
        anchors.leftMargin: Theme.spaceS
        anchors.right: hits.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        font.weight: row.on ? Font.Bold : Font.Normal
        text: row.words
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    StyledText {
        id: hits

        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        label: true
        color: Theme.colour.inkSoft
        text: Theme.grouped(row.count)
        wrapMode: Text.NoWrap
    }
}
