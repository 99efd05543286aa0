import QtQuick
import Kiosk

// A fair of the season: its day is the entry; the one at this kiosk is tinted and says so.
Item {
    id: row

    required property string date
    required property string until
    required property string hours
    required property string kind
    required property string name
    required property string venue
    required property bool here
    required property string stage
    required property FindSizes sizes
    readonly property bool over: stage === "over"
    //% "校企对接会"
    //% "双选会"
    readonly property string kindName: kind === "reverse" ? qsTrId("season.reverse") : qsTrId("season.double_selection")
    //% "就在这里"
    //% "已结束"
    readonly property string note: here ? qsTrId("season.here") : over ? qsTrId("programme.over") : ""

    height: sizes.sessionRow
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }
    Accessible.role: Accessible.StaticText
    Accessible.name: row.date + " " + row.name + " " + row.venue + " " + row.kindName + " " + row.note

    Rectangle {
        anchors.fill: parent
        color: Theme.colour.brandTint
        visible: row.here
    }
    RowLine {}
    Column {
        id: when

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: row.sizes.fairDayWidth

        StyledText {
            typeStyle: Theme.title
            color: row.over ? Theme.colour.inkSoft : Theme.colour.ink
            text: row.date
            wrapMode: Text.NoWrap
        }
        StyledText {
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            //% "至 %1"
            text: qsTrId("programme.until").arg(row.until)
            visible: row.until !== ""
            wrapMode: Text.NoWrap
        }
        StyledText {
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.hours
            wrapMode: Text.NoWrap
        }
    }
    Column {
        anchors.left: when.right
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter

        Row {
            spacing: Theme.spaceS

            StyledText {
                typeStyle: Theme.body
                color: Theme.colour.inkSoft
                text: row.kindName
                wrapMode: Text.NoWrap
            }
            StageNote {
                anchors.verticalCenter: parent.verticalCenter
                text: row.note
                soft: row.over && !row.here
            }
        }
        FittedName {
            width: parent.width
            color: row.over ? Theme.colour.inkSoft : Theme.colour.ink
            name: row.name
            styles: [Theme.row, Theme.lead, Theme.body]
            room: row.height - 2 * Theme.body.line - (row.sizes.portrait ? Theme.spaceM : Theme.spaceXs)
            most: 3
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.venue
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
}
