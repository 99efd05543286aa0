import QtQuick
import Kiosk

// A pack on a stick: whose, which version, when and how large, what it is to this kiosk, and looking at it.
Item {
    id: row

    required property var modelData
    required property int index

    signal chosen

    function standing(standing: string): string {
        switch (standing) {
        case "newer":
            //% "比装着的新"
            //% "可以安装"
            return modelData.before > 0 ? qsTrId("staff.offer_newer") : qsTrId("staff.offer_first");
        case "other_fair":
            //% "另一场活动"
            return qsTrId("staff.offer_other_fair");
        case "same":
            //% "和装着的一样"
            return qsTrId("staff.offer_same");
        case "older":
            //% "比装着的旧"
            return qsTrId("staff.offer_older");
        case "expired":
            //% "已过期，请向主办方要新的"
            return qsTrId("staff.offer_expired");
        case "other_venue":
            //% "不是给本场地的"
            return qsTrId("staff.offer_other_venue");
        case "other_organiser":
            //% "不是本场主办方签发的"
            return qsTrId("staff.offer_other_organiser");
        default:
            //% "损坏或没有拷贝完整"
            return qsTrId("staff.offer_damaged");
        }
    }

    height: Math.max(sizes.offerRow, words.height + 2 * Theme.spaceS)

    StaffSizes {
        id: sizes
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
        visible: row.index > 0
    }
    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.iconRow
        name: row.modelData.installable ? "pack" : row.modelData.standing === "same" ? "check" : "close"
        ink: row.modelData.installable ? Theme.colour.ink : Theme.colour.inkSoft
    }
    Column {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: Theme.spaceM
        anchors.right: button.visible ? button.left : parent.right
        anchors.rightMargin: button.visible ? Theme.spaceM : Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter

        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            text: row.modelData.fair !== "" ? row.modelData.fair : row.modelData.stick
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            //% "第 %1 版，%2，%3 MB"
            text: qsTrId("staff.offer_facts").arg(row.modelData.version).arg(row.modelData.day).arg((row.modelData.bytes / 1e6).toFixed(1))
            visible: row.modelData.day !== ""
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            text: row.standing(row.modelData.standing)
        }
    }
    ActionButton {
        id: button

        anchors.right: parent.right
        anchors.rightMargin: Theme.cardInset
        anchors.verticalCenter: parent.verticalCenter
        //% "查看"
        text: qsTrId("staff.offer_look")
        visible: row.modelData.installable
        onTapped: row.chosen()
    }
}
