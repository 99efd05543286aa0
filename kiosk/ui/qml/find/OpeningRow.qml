import QtQuick
import Kiosk

// An opening: what is sought, degree, pay, and how many people at the right edge. Where each has a link of its own,
// a touch shows that one's code below.
Tap {
    id: row

    required property int index
    required property string title
    required property string line
    required property string degree
    required property string pay
    required property int headcount
    required property string mark
    required property bool linked
    required property bool chosen
    required property CardSizes sizes
    //% "您的专业"
    //% "您搜的"
    readonly property string note: mark === "major" ? qsTrId("card.your_major") : mark === "typed" ? qsTrId("card.you_typed") : ""
    //% "人"
    //% "若干"
    readonly property string unit: headcount > 0 ? qsTrId("listing.people") : qsTrId("listing.several")

    enabled: linked
    activeFocusOnTab: linked
    checkable: linked
    checked: chosen
    height: sizes.offerRow
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = false;
    }
    Accessible.role: linked ? Accessible.RadioButton : Accessible.StaticText
    name: [row.note, row.title, row.line, row.degree, row.pay, row.headcount > 0 ? row.headcount : "", row.unit].filter(each => each !== "").join(" ")

    Rectangle {
        anchors.fill: parent
        color: Theme.colour.brandTint
        visible: row.chosen || row.pressed
    }
    Rectangle {
        width: row.sizes.chosenBar
        height: parent.height
        color: Theme.colour.brand
        visible: row.chosen
    }
    RowLine {}
    Column {
        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.right: terms.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter

        Row {
            width: parent.width
            spacing: Theme.spaceS

            FittedName {
                width: Math.min(Math.ceil(implicitWidth), parent.width - (mark.visible ? mark.width + parent.spacing : 0))
                name: row.title
                styles: [Theme.lead, Theme.body, Theme.caption]
                room: Theme.lead.line
                most: 1
            }
            StageNote {
                id: mark

                anchors.verticalCenter: parent.verticalCenter
                text: row.note
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
    Grid {
        id: terms

        anchors.right: count.left
        anchors.verticalCenter: parent.verticalCenter
        columns: row.sizes.columns ? 2 : 1
        verticalItemAlignment: Grid.AlignVCenter

        StyledText {
            width: row.sizes.columns ? row.sizes.degreeColumn : row.sizes.payColumn
            typeStyle: Theme.body
            text: row.degree
            visible: text !== "" || row.sizes.columns
            maximumLineCount: row.sizes.columns ? 2 : 1
            elide: Text.ElideRight
        }
        StyledText {
            width: row.sizes.payColumn
            typeStyle: Theme.body
            text: row.pay
            visible: text !== "" || row.sizes.columns
            maximumLineCount: 2
            wrapMode: Text.Wrap
            elide: Text.ElideRight
        }
    }
    Grid {
        id: count

        anchors.right: phone.visible ? phone.left : parent.right
        anchors.rightMargin: phone.visible ? 0 : Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: row.sizes.countColumn
        layoutDirection: Qt.RightToLeft
        columns: row.sizes.columns ? 2 : 1
        columnSpacing: Theme.spaceXs
        horizontalItemAlignment: Grid.AlignRight
        verticalItemAlignment: Grid.AlignVCenter

        StyledText {
            typeStyle: row.sizes.columns ? Theme.title : Theme.row
            label: row.sizes.columns
            text: row.headcount
            visible: row.headcount > 0
            wrapMode: Text.NoWrap
        }
        StyledText {
            typeStyle: Theme.caption
            label: row.sizes.columns
            color: Theme.colour.inkSoft
            text: row.unit
            wrapMode: Text.NoWrap
        }
    }
    Icon {
        id: phone

        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        size: row.sizes.phoneColumn
        name: "phone"
        ink: row.chosen ? Theme.colour.brand : Theme.colour.inkSoft
        visible: row.linked
    }
}
