import QtQuick
import Kiosk

// One thing that was done: when, who, at which other kiosk; then what. Touched, it narrows the log to that person.
Tap {
    id: row

    required property int index
    required property string by
    required property string time
    required property string who
    required property string words
    required property string where

    name: [time, who, words, where].filter(each => each !== "").join(" ")
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
    Column {
        anchors.left: at.right
        anchors.leftMargin: Theme.spaceS
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter

        Item {
            width: parent.width
            height: who.height

            StyledText {
                id: who

                width: parent.width - place.width - Theme.spaceS
                typeStyle: Theme.body
                color: Theme.colour.inkSoft
                text: row.who
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            StyledText {
                id: place

                anchors.right: parent.right
                typeStyle: Theme.body
                color: Theme.colour.inkSoft
                text: row.where
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            label: true
            font.weight: Font.Medium
            text: row.words
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
}
