import QtQuick
import Kiosk

// A session: its time is the entry; the next one is tinted and says in how many minutes. A touch opens it.
Tap {
    id: row

    required property string ref
    required property string starts
    required property string ends
    required property string kind
    required property string title
    required property string place
    required property int seats
    required property int free
    required property string stage
    required property int minutes
    required property CardSizes sizes
    required property SessionWords words
    readonly property bool over: stage === "over"
    readonly property string note: words.note(stage, minutes)

    height: sizes.sessionRow
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }
    name: row.starts + " " + row.title + " " + row.place + " " + row.note + " " + said.text

    Rectangle {
        anchors.fill: parent
        color: Theme.colour.brandTint
        visible: row.pressed || row.stage === "next" || row.stage === "on"
    }
    RowLine {}
    Column {
        id: time

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: row.sizes.timeWidth

        StyledText {
            typeStyle: Theme.headline
            color: row.over ? Theme.colour.inkSoft : Theme.colour.ink
            text: row.starts
            wrapMode: Text.NoWrap
        }
        StyledText {
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            //% "至 %1"
            text: qsTrId("programme.until").arg(row.ends)
            wrapMode: Text.NoWrap
        }
    }
    Column {
        anchors.left: time.right
        anchors.right: room.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter

        Row {
            spacing: Theme.spaceS

            StyledText {
                typeStyle: Theme.body
                color: Theme.colour.inkSoft
                text: row.words.kindName(row.kind)
                wrapMode: Text.NoWrap
            }
            StageNote {
                anchors.verticalCenter: parent.verticalCenter
                text: row.note
                soft: row.over
            }
        }
        FittedName {
            width: parent.width
            color: row.over ? Theme.colour.inkSoft : Theme.colour.ink
            name: row.title
            styles: [Theme.row, Theme.lead, Theme.body]
            room: row.height - 2 * Theme.body.line - (row.sizes.portrait ? Theme.spaceM : Theme.spaceXs)
            most: 3
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.place
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
    Column {
        id: room

        anchors.right: chevron.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        width: row.sizes.seatsRoom

        StyledText {
            id: said

            width: parent.width
            typeStyle: Theme.body
            font.weight: row.free === 0 ? Font.Bold : Font.Normal
            color: row.over ? Theme.colour.inkSoft : Theme.colour.ink
            text: row.words.seats(row.seats, row.free)
            horizontalAlignment: Text.AlignRight
            wrapMode: Text.NoWrap
        }
        // How full it is; the words say it too.
        Rectangle {
            anchors.right: parent.right
            width: row.sizes.seatsBar
            height: row.sizes.seatsLine
            color: Theme.colour.line
            visible: row.seats > 0 && row.free >= 0

            Rectangle {
                width: Math.round(parent.width * (1 - Math.min(1, row.free / Math.max(1, row.seats))))
                height: parent.height
                color: row.free === 0 ? Theme.colour.lineStrong : Theme.colour.ink
            }
        }
    }
    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.iconRow
        name: "chevron"
    }
}
