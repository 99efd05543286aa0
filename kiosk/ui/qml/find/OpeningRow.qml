import QtQuick
import Kiosk

// An opening: what is sought, degree, pay, and how many people at the right edge; where there is no room for columns,
// the degree leads the second line, and the pay before it. Where each has a link of its own, a touch shows that one's code.
Item {
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
    readonly property string note: row.mark === "major" ? qsTrId("card.your_major") : row.mark === "typed" ? qsTrId("card.you_typed") : ""
    //% "人"
    //% "若干"
    readonly property string unit: headcount > 0 ? qsTrId("listing.people") : qsTrId("listing.several")

    readonly property string spoken: [row.note, row.title, row.line, row.degree, row.pay, row.headcount > 0 ? row.headcount : "", row.unit].filter(each => each !== "").join(" ")

    signal tapped

    height: sizes.offerRow
    ListView.onPooled: visible = false
    ListView.onReused: {
        visible = true;
        Accessible.ignored = row.linked;
    }
    Accessible.role: Accessible.StaticText
    Accessible.name: row.spoken
    Accessible.ignored: row.linked

    Rectangle {
        anchors.fill: parent
        color: Theme.colour.brandTint
        visible: row.chosen || touch.pressed
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

        Item {
            width: parent.width
            height: title.height

            StyledText {
                id: title

                width: parent.width - (reason.visible ? reason.width + Theme.spaceS : 0)
                typeStyle: Theme.lead
                font.weight: Font.Bold
                // Qt shortens some Latin texts to a little more than there is.
                rightPadding: Theme.spaceXs
                text: row.title
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            StageNote {
                id: reason

                anchors.verticalCenter: parent.verticalCenter
                x: Math.min(title.implicitWidth, title.width) + Theme.spaceS
                text: row.sizes.portrait ? row.note : ""
            }
        }
        Row {
            width: parent.width
            spacing: Theme.spaceXs

            StageNote {
                id: below

                anchors.verticalCenter: parent.verticalCenter
                text: row.sizes.portrait ? "" : row.note
            }
            StyledText {
                width: parent.width - (below.visible ? below.width + parent.spacing : 0)
                typeStyle: Theme.body
                color: Theme.colour.inkSoft
                text: [row.sizes.payInLine ? row.pay : "", row.sizes.columns ? "" : row.degree, row.line].filter(each => each !== "").join(Theme.latin ? ", " : "·")
                visible: text !== ""
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
        }
    }
    Row {
        id: terms

        anchors.right: count.left
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            anchors.verticalCenter: parent.verticalCenter
            width: row.sizes.degreeColumn
            typeStyle: Theme.body
            text: row.degree
            visible: row.sizes.columns
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        StyledText {
            anchors.verticalCenter: parent.verticalCenter
            width: row.sizes.payColumn
            typeStyle: Theme.body
            text: row.pay
            visible: !row.sizes.payInLine
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
    Item {
        id: count

        anchors.right: phone.visible ? phone.left : parent.right
        anchors.rightMargin: phone.visible ? Theme.spaceS : Theme.cardInset
        width: row.sizes.countColumn
        height: parent.height

        Grid {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
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
    Tap {
        id: touch

        anchors.fill: parent
        checkable: true
        checked: row.chosen
        name: row.spoken
        visible: row.linked
        onTapped: row.tapped()
    }
}
