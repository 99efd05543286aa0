import QtQuick
import Kiosk

// An installed fair: its days, its name, and whether it is on today or at this kiosk. A touch chooses it.
Tap {
    id: row

    required property int index
    required property string fair
    required property string title
    required property string venue
    required property string days
    required property bool here
    required property string when
    required property bool chosen
    readonly property color ink: chosen ? Theme.colour.onBrand : when === "over" ? Theme.colour.inkSoft : Theme.colour.ink
    //% "正在用"
    //% "今天"
    //% "已结束"
    readonly property string note: here ? qsTrId("keeper.fair_here") : when === "today" ? qsTrId("keeper.fair_today") : when === "over" ? qsTrId("keeper.fair_over") : ""

    name: days + " " + title + " " + venue + " " + note
    checkable: true
    checked: chosen
    height: sizes.fairRow
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }

    StationSizes {
        id: sizes
    }
    Rectangle {
        anchors.fill: parent
        color: row.chosen ? Theme.colour.brand : row.pressed || row.here ? Theme.colour.brandTint : Theme.colour.raised
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    Column {
        id: when

        x: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: sizes.fairDays

        StyledText {
            width: parent.width
            typeStyle: Theme.body
            font.weight: Font.Bold
            color: row.ink
            text: row.days
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            font.weight: Font.Bold
            color: row.ink
            text: row.note
            visible: text !== ""
        }
    }
    Column {
        anchors.left: when.right
        anchors.leftMargin: Theme.spaceS
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            color: row.ink
            text: row.title
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: row.chosen ? row.ink : Theme.colour.inkSoft
            text: row.venue
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
}
