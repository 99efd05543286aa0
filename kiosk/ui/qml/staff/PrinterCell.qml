import QtQuick
import Kiosk

// A printer among several: its shape, its name, how it does; the one that is shown in full is filled.
Tap {
    id: cell

    required property var line
    readonly property color ink: line.chosen ? Theme.colour.onBrand : Theme.colour.ink
    readonly property color inkSoft: line.chosen ? Theme.colour.onBrand : Theme.colour.inkSoft

    function how(): string {
        if (line.mood === "seen")
            //% "正在看"
            return qsTrId("printing.looking_short");
        //% "正常"
        return line.mood === "well" ? qsTrId("printing.well_short") : line.title;
    }
    // That it is well stands where there is nothing else to say: its shape says so too.
    function standing(): string {
        const parts = [];
        if (line.first)
            //% "先用"
            parts.push(qsTrId("printing.first"));
        if (line.mood !== "well" || !line.first && line.labels < 0)
            parts.push(how());
        if (line.labels >= 0)
            //% "剩 %1 张"
            parts.push(qsTrId("printing.labels_left").arg(line.labels));
        return parts.join(Theme.latin ? ", " : "·");
    }

    checkable: true
    checked: line.chosen
    name: line.name + " " + standing()
    height: sizes.printerCell

    StaffSizes {
        id: sizes
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: cell.line.chosen ? Theme.colour.brand : cell.pressed ? Theme.colour.brandTint : Theme.colour.raised
        border.width: Theme.controlLine
        border.color: cell.line.chosen ? Theme.colour.brand : Theme.colour.lineStrong
    }
    Drawing {
        id: shape

        anchors.left: parent.left
        anchors.leftMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        width: sizes.shapeSmall
        height: sizes.shapeSmall
        name: "verdict_" + cell.line.level
        ink: cell.line.chosen ? Theme.colour.onBrand : Theme.shapeColour(cell.line.level)
    }
    Column {
        anchors.left: shape.right
        anchors.leftMargin: Theme.spaceM
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            color: cell.ink
            text: cell.line.name
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: cell.inkSoft
            text: cell.standing()
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
}
