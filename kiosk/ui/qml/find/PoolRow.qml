import QtQuick
import Kiosk

// A line of a school's graduate pool: major, degree, a bar, and the number that the bar repeats.
Item {
    id: row

    required property string major
    required property string degree
    required property int count
    required property real share
    required property FindSizes sizes

    height: sizes.poolRow
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }
    Accessible.role: Accessible.StaticText
    Accessible.name: row.major + " " + row.degree + " " + row.count

    RowLine {}
    StyledText {
        id: major

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: row.sizes.poolName
        typeStyle: Theme.lead
        label: true
        font.weight: Font.Bold
        text: row.major
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    StyledText {
        id: degree

        anchors.left: major.right
        anchors.leftMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        width: row.sizes.poolDegree
        typeStyle: Theme.body
        label: true
        color: Theme.colour.inkSoft
        text: row.degree
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    Item {
        anchors.left: degree.right
        anchors.right: number.left
        anchors.rightMargin: Theme.spaceS
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
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: row.sizes.poolCount
        typeStyle: Theme.row
        label: true
        text: row.count
        horizontalAlignment: Text.AlignRight
        wrapMode: Text.NoWrap
    }
}
