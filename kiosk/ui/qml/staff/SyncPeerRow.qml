import QtQuick
import Kiosk

// A machine or a stick: its name, what it is or why nothing goes there, when it was heard, what waits to go.
Item {
    id: row

    required property int index
    required property string name
    required property string words
    required property string heard
    required property string waiting
    required property string level

    height: sizes.syncRow
    Accessible.role: Accessible.StaticText
    Accessible.name: name + " " + words + " " + heard
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
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    Drawing {
        id: shape

        x: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: sizes.shapeSmall
        height: sizes.shapeSmall
        name: row.level !== "" ? "verdict_" + row.level : "check"
        ink: row.level !== "" ? Theme.shapeColour(row.level) : Theme.colour.inkSoft
    }
    Column {
        anchors.left: shape.right
        anchors.leftMargin: Theme.spaceM
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter

        Item {
            width: parent.width
            height: called.height

            StyledText {
                id: called

                width: parent.width - when.width - Theme.spaceS
                typeStyle: Theme.lead
                font.weight: Font.Bold
                text: row.name
                wrapMode: Text.NoWrap
                elide: Text.ElideMiddle
            }
            StyledText {
                id: when

                anchors.right: parent.right
                typeStyle: Theme.lead
                font.weight: row.level !== "" ? Font.Bold : Font.Normal
                text: row.heard
                wrapMode: Text.NoWrap
            }
        }
        // What is wrong with a machine is worth more than what waits for it.
        Item {
            width: parent.width
            height: standing.height

            StyledText {
                id: standing

                width: parent.width - (left.visible ? left.width + Theme.spaceS : 0)
                typeStyle: Theme.body
                color: Theme.colour.inkSoft
                text: row.words
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            StyledText {
                id: left

                anchors.right: parent.right
                typeStyle: Theme.body
                color: Theme.colour.inkSoft
                text: row.waiting
                wrapMode: Text.NoWrap
                visible: row.level !== "refuse"
            }
        }
    }
}
