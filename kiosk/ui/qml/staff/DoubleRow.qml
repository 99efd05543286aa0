import QtQuick
import Kiosk

// Somebody who was let in twice: who, when and where, and what the later gate knew; or what staff said of it.
Tap {
    id: row

    required property int index
    required property string key
    required property string who
    required property string about
    required property string where
    required property string knew
    required property string outcome
    required property string by
    required property bool chosen
    readonly property bool resolved: outcome !== ""

    name: who
    height: sizes.doubleRow
    Accessible.description: where + " " + knew
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }

    function called(outcome: string): string {
        switch (outcome) {
        case "same_person":
            //% "是同一个人"
            return qsTrId("truth.same_person");
        case "two_people":
            //% "两个人用过"
            return qsTrId("truth.two_people");
        case "mistake":
            //% "误扫"
            return qsTrId("truth.mistake");
        default:
            return "";
        }
    }

    StaffSizes {
        id: sizes
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.hair
        radius: Theme.radiusCard
        color: row.chosen || row.pressed ? Theme.colour.brandTint : Theme.colour.raised
    }
    Rectangle {
        width: Theme.spaceXs
        height: parent.height
        color: Theme.colour.brand
        visible: row.chosen
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    Column {
        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter

        Item {
            width: parent.width
            height: whose.height

            StyledText {
                id: whose

                width: Math.min(implicitWidth, parent.width)
                typeStyle: Theme.row
                text: row.who
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            StyledText {
                anchors.left: whose.right
                anchors.leftMargin: Theme.spaceM
                anchors.right: parent.right
                anchors.baseline: whose.baseline
                typeStyle: Theme.body
                color: Theme.colour.inkSoft
                text: row.about
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Medium
            text: row.where
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.resolved ? [row.called(row.outcome), row.by].filter(each => each !== "").join(Theme.latin ? ", " : "，") : row.knew
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
}
