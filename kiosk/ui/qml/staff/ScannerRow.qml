import QtQuick
import Kiosk

// A scanner: its sort and name, how it stands, and what to do where it does not work.
Item {
    id: row

    // kind, name, standing, state, why
    required property var line
    property bool lined: false
    readonly property bool works: line.standing === "ready"

    height: Math.max(sizes.scannerRow, words.height + 2 * Theme.spaceS)

    StaffSizes {
        id: sizes
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.lined
    }
    Drawing {
        id: shape

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: sizes.shapeSmall
        height: sizes.shapeSmall
        name: row.works ? "verdict_admit" : "verdict_notice"
        ink: Theme.shapeColour(row.works ? "admit" : "notice")
    }
    Column {
        id: words

        anchors.left: shape.right
        anchors.leftMargin: Theme.spaceM
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter

        Item {
            width: parent.width
            height: Theme.lead.line

            StyledText {
                width: parent.width - state.width - Theme.spaceM
                typeStyle: Theme.lead
                font.weight: Font.Bold
                text: row.line.kind
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            StyledText {
                id: state

                anchors.right: parent.right
                typeStyle: Theme.lead
                text: row.line.state
                wrapMode: Text.NoWrap
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.line.why !== "" ? row.line.why : row.line.name
            visible: text !== ""
        }
    }
}
