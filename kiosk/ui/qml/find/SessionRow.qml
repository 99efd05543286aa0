import QtQuick
import Kiosk

// A session: its time is the entry; the next one is tinted and says in how many minutes.
Rectangle {
    id: row

    required property string starts
    required property string ends
    required property string kind
    required property string title
    required property string place
    required property int seats
    required property string stage
    required property int minutes
    required property FindSizes sizes
    required property string kindName
    readonly property bool over: stage === "over"
    //% "%1 分钟后开始"
    //% "正在进行"
    //% "已结束"
    readonly property string note: stage === "next" ? qsTrId("programme.in_minutes").arg(minutes) : stage === "on" ? qsTrId("programme.on") : over ? qsTrId("programme.over") : ""

    // Large and long: a step smaller, never cut.
    readonly property bool longTitle: Theme.large && title.length > (Theme.latin ? 28 : 14)

    height: sizes.sessionRow
    color: row.stage === "next" || row.stage === "on" ? Theme.colour.brandTint : "transparent"
    Accessible.role: Accessible.StaticText
    Accessible.name: row.starts + " " + row.title + " " + row.place + " " + row.note

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
        anchors.right: seats.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter

        Row {
            spacing: Theme.spaceS

            StyledText {
                typeStyle: Theme.body
                color: Theme.colour.inkSoft
                text: row.kindName
                wrapMode: Text.NoWrap
            }
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: note.width + 2 * Theme.spaceXs
                height: note.height
                radius: Theme.spaceXs / 2
                color: row.over ? Theme.colour.sunk : Theme.colour.ink
                visible: row.note !== ""

                StyledText {
                    id: note

                    anchors.centerIn: parent
                    typeStyle: Theme.caption
                    label: true
                    font.weight: Font.Bold
                    color: row.over ? Theme.colour.inkSoft : Theme.colour.surface
                    text: row.note
                    wrapMode: Text.NoWrap
                }
            }
        }
        StyledText {
            width: parent.width
            typeStyle: row.longTitle ? Theme.lead : Theme.row
            font.weight: Font.Bold
            color: row.over ? Theme.colour.inkSoft : Theme.colour.ink
            text: row.title
            maximumLineCount: row.sizes.portrait || row.longTitle ? 2 : 1
            elide: Text.ElideRight
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
    StyledText {
        id: seats

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: row.sizes.seatsWidth
        typeStyle: Theme.body
        label: true
        //% "%1 座"
        text: row.seats > 0 ? qsTrId("programme.seats").arg(row.seats) : ""
        horizontalAlignment: Text.AlignRight
        wrapMode: Text.NoWrap
    }
}
