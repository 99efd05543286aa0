pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// What became of a scan that is only a test: what it was, by which scanner, and what to set otherwise there.
Card {
    id: card

    required property Models models
    readonly property ScannersModel scanners: models.staff.scanners
    property int room: 0
    readonly property bool troubled: scanners.tested && !scanners.good

    function facts(): list<string> {
        //% "%n 个字符"
        const parts = [scanners.source, qsTrId("scanners.characters", scanners.length) + " " + scanners.masked];
        if (scanners.tookMs > 0)
            //% "%1 毫秒"
            parts.push(qsTrId("scanners.took").arg(scanners.tookMs));
        if (scanners.dropped > 0)
            //% "丢掉 %1 个"
            parts.push(qsTrId("scanners.dropped").arg(scanners.dropped));
        return parts;
    }

    height: Math.max(room, Math.max(words.height, code.height) + 2 * Theme.homeInset)

    StaffSizes {
        id: sizes
    }
    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.homeInset
        anchors.right: code.left
        anchors.rightMargin: Theme.spaceL
        y: Theme.homeInset
        spacing: Theme.spaceM

        Row {
            width: parent.width
            spacing: Theme.spaceM

            Drawing {
                id: shape

                anchors.verticalCenter: parent.verticalCenter
                width: sizes.shape
                height: sizes.shape
                name: card.troubled ? "verdict_notice" : "verdict_admit"
                ink: Theme.shapeColour(card.troubled ? "notice" : "admit")
                visible: card.scanners.tested
            }
            StyledText {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - (shape.visible ? shape.width + parent.spacing : 0)
                typeStyle: Theme.title
                //% "扫一下试试"
                text: card.scanners.tested ? card.scanners.kind : qsTrId("scanners.try")
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            //% "扫一张胸卡，或右边的测试码。在这一页扫码只作检查，不会入场。"
            text: qsTrId("scanners.try_how")
            visible: !card.scanners.tested
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            text: card.facts().join(Theme.latin ? ", " : " · ")
            visible: card.scanners.tested
        }
        Repeater {
            model: card.scanners.hints

            StyledText {
                required property string modelData

                width: words.width
                typeStyle: Theme.body
                text: modelData
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            //% "这把枪不用再设。"
            text: qsTrId("scanners.good")
            visible: card.scanners.good
        }
    }
    Qr {
        id: code

        anchors.right: parent.right
        anchors.rightMargin: Theme.homeInset
        y: Theme.homeInset
        side: sizes.testCode
        models: card.models
        text: card.scanners.testCode
        //% "测试码"
        name: qsTrId("scanners.test_code")
    }
}
