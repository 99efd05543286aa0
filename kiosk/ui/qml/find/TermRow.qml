import QtQuick
import Kiosk

// A near term that does have hits.
Tap {
    id: row

    required property string term
    required property int count
    required property FindSizes sizes

    height: sizes.termRow
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }
    name: row.term + " " + hits.text

    Rectangle {
        anchors.fill: parent
        color: Theme.colour.brandTint
        visible: row.pressed
    }
    RowLine {}
    StyledText {
        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.right: hits.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.row
        label: true
        text: row.term
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    StyledText {
        id: hits

        anchors.right: chevron.left
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        typeStyle: Theme.lead
        label: true
        //% "1 个展位"
        //% "%1 个展位"
        text: row.count === 1 ? qsTrId("find.one_result") : qsTrId("find.results").arg(row.count)
        wrapMode: Text.NoWrap
    }
    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.iconRow
        name: "chevron"
    }
}
