import QtQuick
import Kiosk
import Kiosk.Models

// People inside against the approved headcount, when it will be full, and how they came in.
Card {
    id: card

    required property DeskModel desk
    readonly property bool limited: desk.capacity > 0

    height: Math.max(inside.height, curve.height) + 2 * sizes.inset

    StaffSizes {
        id: sizes
    }
    Column {
        id: inside

        x: sizes.inset
        y: sizes.inset
        width: Math.round((parent.width - 3 * sizes.inset) * 0.56)

        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            //% "馆内人数（资料包上限 %1）"
            //% "馆内人数"
            text: card.limited ? qsTrId("staff.inside_of").arg(Theme.grouped(card.desk.capacity)) : qsTrId("staff.inside")
        }
        Item {
            width: parent.width
            height: number.height

            StyledText {
                id: number

                typeStyle: Theme.hero
                text: Theme.grouped(card.desk.inside)
                wrapMode: Text.NoWrap
            }
            StyledText {
                anchors.left: number.right
                anchors.leftMargin: Theme.spaceM
                anchors.baseline: number.baseline
                typeStyle: Theme.row
                font.weight: Font.Normal
                text: Math.round(card.desk.share * 100) + "%"
                visible: card.limited
                wrapMode: Text.NoWrap
            }
        }
        Item {
            width: parent.width
            height: sizes.shareBar + 2 * sizes.markOver
            visible: card.limited

            Rectangle {
                y: sizes.markOver
                width: parent.width
                height: sizes.shareBar
                color: Theme.colour.sunk

                Rectangle {
                    width: parent.width * Math.min(1, card.desk.share)
                    height: parent.height
                    color: Theme.colour.ink
                }
            }
            Rectangle {
                x: parent.width * card.desk.nearlyFull
                width: sizes.markWidth
                height: parent.height
                color: Theme.shapeColour("refuse")
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.caption
            color: Theme.colour.inkSoft
            text: card.desk.known
            visible: text !== ""
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Item {
            width: parent.width
            height: Math.max(pace.height, mark.height)
            visible: card.limited

            StyledText {
                id: pace

                width: parent.width - mark.width - Theme.spaceS
                typeStyle: Theme.body
                font.weight: card.desk.fullInMinutes === 0 ? Font.Bold : Font.Normal
                //% "已满"
                //% "照近 10 分钟的速度，约 %1 分钟后满"
                text: card.desk.fullInMinutes === 0 ? qsTrId("staff.full") : qsTrId("staff.full_in").arg(card.desk.fullInMinutes)
                visible: card.desk.fullInMinutes >= 0
            }
            StyledText {
                id: mark

                anchors.right: parent.right
                typeStyle: Theme.body
                color: Theme.colour.inkSoft
                //% "%1% 提醒"
                text: qsTrId("staff.mark").arg(Math.round(card.desk.nearlyFull * 100))
                wrapMode: Text.NoWrap
            }
        }
    }
    EntriesCurve {
        id: curve

        anchors.left: inside.right
        anchors.leftMargin: sizes.inset
        anchors.right: parent.right
        anchors.rightMargin: sizes.inset
        y: sizes.inset
        desk: card.desk
        leastHeight: inside.height
    }
}
