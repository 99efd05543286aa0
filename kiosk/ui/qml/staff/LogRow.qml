import QtQuick
import Kiosk

// One thing that was done: when, who, what, and at which other kiosk. Touched, it narrows the log to that person.
Tap {
    id: row

    required property int index
    required property string by
    required property string time
    required property string who
    required property string words
    required property string where

    name: time + " " + all.text
    height: sizes.logRow
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }

    StaffSizes {
        id: sizes
    }
    Rectangle {
        width: parent.width
        height: parent.height
        color: Theme.colour.brandTint
        visible: row.pressed
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    StyledText {
        id: at

        x: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: sizes.logTime
        typeStyle: Theme.body
        color: Theme.colour.inkSoft
        text: row.time
        Accessible.ignored: true
    }
    StyledText {
        id: all

        anchors.left: at.right
        anchors.leftMargin: Theme.spaceS
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.body
        font.weight: Font.Medium
        text: row.who + " " + row.words + (row.where === "" ? "" : Theme.latin ? " (" + row.where + ")" : "（" + row.where + "）")
        maximumLineCount: sizes.logLines
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
