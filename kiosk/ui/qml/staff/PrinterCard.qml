import QtQuick
import Kiosk
import Kiosk.Models

// The printer of this kiosk: its state in a shape, its name, a sentence.
Card {
    id: card

    required property PrintersModel printers
    readonly property string level: printers.mood === "well" ? "admit" : printers.mood === "waiting" ? "notice" : "refuse"

    height: Math.max(shape.height, words.height) + 2 * Theme.cardInset
    Accessible.role: Accessible.StaticText
    Accessible.name: printers.name

    function sentence(mood: string): string {
        switch (mood) {
        case "none":
            //% "签到照常，胸卡打不出来。请主办方在 kiosk.toml 里选一台。"
            return qsTrId("staff.printer_none");
        case "failing":
            //% "有胸卡没有打出来，原因在每一张旁边。"
            return qsTrId("staff.printer_failing");
        case "waiting":
            //% "正在打印，前面还有胸卡在排队。"
            return qsTrId("staff.printer_waiting");
        default:
            //% "一切正常，没有胸卡在排队。"
            return qsTrId("staff.printer_well");
        }
    }

    Drawing {
        id: shape

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.iconPanel
        height: Theme.iconPanel
        name: "verdict_" + card.level
        ink: Theme.shapeColour(card.level)
    }
    Column {
        id: words

        anchors.left: shape.right
        anchors.leftMargin: Theme.cardInset
        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: Theme.title
            text: card.printers.name
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: card.sentence(card.printers.mood)
        }
    }
}
