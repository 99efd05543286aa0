import QtQuick
import Kiosk

// A place for a kiosk: its name and gate, and whether this kiosk or another stands there. A touch chooses it.
Tap {
    id: row

    required property int index
    required property string place
    required property string gate
    required property bool here
    required property string taken
    required property bool chosen
    // The row's `name` in the model is what it is called.
    required property string title
    readonly property color ink: chosen ? Theme.colour.onBrand : Theme.colour.ink
    //% "本机在这里"
    readonly property string note: here ? qsTrId("keeper.here") : taken
    //% "入口：%1"
    readonly property string gateText: qsTrId("keeper.at_gate").arg(gate)

    name: title + " " + gateText + " " + note
    checkable: true
    checked: chosen
    height: sizes.placeRow
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
        color: row.chosen ? Theme.colour.brand : row.pressed ? Theme.colour.brandTint : Theme.colour.raised
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

        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            color: row.ink
            text: row.title
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            font.weight: row.note !== "" ? Font.Bold : Font.Normal
            color: row.chosen || row.note !== "" ? row.ink : Theme.colour.inkSoft
            text: row.note !== "" ? row.note : row.gateText
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
}
