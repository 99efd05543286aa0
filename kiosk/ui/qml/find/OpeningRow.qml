import QtQuick
import Kiosk

// An opening: what is sought, degree, pay, and how many people at the right edge; where there is no room for columns,
// the degree leads the second line. Where each has a link of its own, a touch shows that one's code.
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
    readonly property string note: row.mark === "major" ? qsTrId("card.your_major") : row.mark === "typed" ? qsTrId("card.you_typed") : ""
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

            StyledText {
                width: Math.min(Math.ceil(implicitWidth), parent.width - (reason.visible ? reason.width + parent.spacing : 0))
                typeStyle: Theme.lead
                font.weight: Font.Bold
                text: row.title
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            StageNote {
                id: reason

                anchors.verticalCenter: parent.verticalCenter
                text: row.note
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: row.sizes.columns || row.degree === "" ? row.line : [row.degree, row.line].filter(each => each !== "").join(Theme.latin ? ", " : "·")
            visible: text !== ""
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
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
}
