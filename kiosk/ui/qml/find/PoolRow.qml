import QtQuick
import Kiosk

// A class of majors in a school's graduate pool: a bar, the number that the bar repeats, degrees and majors below.
Item {
    id: row

    required property string title
    required property string line
    required property int count
    required property real share
    required property CardSizes sizes

    height: sizes.classRow
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }
    Accessible.role: Accessible.StaticText
    Accessible.name: row.title + " " + Theme.grouped(row.count) + " " + row.line

    RowLine {}
    Column {
        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter

        Item {
            width: parent.width
            height: Theme.lead.line

            StyledText {
                id: title

                width: row.sizes.className
                typeStyle: Theme.lead
                font.weight: Font.Bold
                // Qt shortens some Latin texts to a little more than there is.
                rightPadding: Theme.spaceXs
                text: row.title
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.caption.size
                elide: Text.ElideRight
            }
            Item {
                anchors.left: title.right
                anchors.leftMargin: Theme.spaceS
                anchors.right: number.left
                anchors.verticalCenter: parent.verticalCenter
                height: row.sizes.poolBar

                Rectangle {
                    width: Math.max(Theme.hair, parent.width * row.share)
                    height: parent.height
                    color: Theme.colour.brand
                }
            }
            StyledText {
                id: number

                anchors.right: parent.right
                width: row.sizes.classCount
                typeStyle: Theme.lead
                font.weight: Font.Bold
                text: Theme.grouped(row.count)
                horizontalAlignment: Text.AlignRight
                wrapMode: Text.NoWrap
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.line
            visible: text !== ""
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
}
