import QtQuick
import Kiosk

// A session of the attract page: when, what, where.
Tap {
    id: row

    required property string time
    required property string zh
    required property string en
    required property string place
    required property string note
    required property bool first
    readonly property VisitSizes sizes: VisitSizes {}

    height: sizes.attractSession
    name: time + " " + zh + (note === "" ? "" : " " + note) + ", " + place

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.hair
        radius: Theme.radiusCard
        color: row.pressed || row.note !== "" ? Theme.colour.brandTint : Theme.colour.raised
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: !row.first
    }
    Column {
        id: when

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: row.sizes.attractTime

        StyledText {
            typeStyle: row.sizes.attractService
            text: row.time
            wrapMode: Text.NoWrap
        }
        StyledText {
            typeStyle: row.sizes.attractNote
            text: row.note
            wrapMode: Text.NoWrap
            visible: text !== ""
        }
    }
    Column {
        anchors.left: when.right
        anchors.right: where.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: row.sizes.attractTitle
            text: row.zh
            maximumLineCount: 1
            elide: Text.ElideMiddle
        }
        StyledText {
            width: parent.width
            typeStyle: row.sizes.attractNote
            color: Theme.colour.inkSoft
            text: row.en
            maximumLineCount: 1
            elide: Text.ElideRight
            visible: text !== ""
        }
    }
    StyledText {
        id: where

        anchors.right: chevron.left
        anchors.rightMargin: Theme.spaceXs
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, row.sizes.attractPlace)
        horizontalAlignment: Text.AlignRight
        typeStyle: row.sizes.attractNote
        text: row.place
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.iconRow
        name: "chevron"
    }
}
