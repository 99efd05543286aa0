pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Full colour, cut in: shape, word, sentence, the other language, what to do next.
KioskLayer {
    id: layer

    readonly property VerdictModel verdict: models ? models.verdict : null
    readonly property string kind: verdict ? verdict.verdict : "admit"
    readonly property string other: verdict ? verdict.otherSentence : ""
    readonly property color ink: Theme.onVerdict(kind)

    // A gate's name may make a line longer than it should be: a step smaller then.
    readonly property string sentence: verdict ? verdict.sentence : ""
    readonly property bool longSentence: sentence.split("\n").some(line => line.length > (Theme.portrait ? 1 : 1.35) * (Theme.latin ? 40 : 20) / Theme.largeFactor)

    // Where the badge comes out, or lies.
    readonly property string place: verdict ? verdict.place : ""

    function titleOf(step: string): string {
        switch (step) {
        case "known":
            //% "您已有预约"
            return qsTrId("verdict.known");
        case "delegation":
            //% "带团入场：还有 %1 人"
            return qsTrId("verdict.delegation").arg(verdict ? verdict.delegationSize : 0);
        case "waiting":
        case "printing":
            //% "请取胸卡"
            return qsTrId("verdict.printing");
        case "out":
            //% "胸卡出来了"
            return qsTrId("verdict.out");
        case "held":
            //% "胸卡要等一会儿"
            return qsTrId("badge.held_step");
        case "lies":
            //% "胸卡已印好"
            return qsTrId("badge.lies_step");
        case "stopped":
            //% "请到 %1取卡"
            return qsTrId("verdict.stopped").arg(models ? models.help.desk : "");
        default:
            //% "想先看展位？"
            return qsTrId("verdict.find");
        }
    }
    function detailOf(step: string): string {
        switch (step) {
        case "known":
            //% "不用再登记，按原来的预约办理"
            return qsTrId("verdict.known_how");
        case "delegation":
            //% "点这里看名单，一起入场"
            return qsTrId("verdict.delegation_how");
        case "waiting":
            //% "前面还有 %1 张"
            //% "前面还有 %1 张，从%2出来"
            return place === "" ? qsTrId("badge.step_waiting").arg(verdict.before) : qsTrId("badge.step_waiting_at").arg(verdict.before).arg(place);
        case "printing":
            //% "正在打印，几秒后从下方出来"
            //% "正在打印，几秒后从%1出来"
            return place === "" ? qsTrId("verdict.printing_how") : qsTrId("badge.step_printing_at").arg(place);
        case "out":
            //% "请从屏幕下方取走"
            //% "请从%1取走"
            return place === "" ? qsTrId("verdict.out_how") : qsTrId("badge.take_at").arg(place);
        case "held":
            //% "%1，工作人员正在处理"
            return qsTrId("badge.step_held").arg(verdict ? verdict.cause : "");
        case "lies":
            //% "在 %1，直接去取"
            return qsTrId("badge.step_lies").arg(place);
        case "stopped":
            //% "您已签到成功，这台打印机停了"
            //% "这台打印机停了"
            return verdict && verdict.admits ? qsTrId("verdict.stopped_how") : qsTrId("verdict.stopped_foyer");
        default:
            //% "点这里，按专业、岗位或单位名找"
            return qsTrId("verdict.find_how");
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.verdictColour(layer.kind)
    }
    // Nothing below the verdict is touched through it.
    MouseArea {
        anchors.fill: parent
    }
    StyledText {
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: time.left
        anchors.rightMargin: Theme.spaceL
        anchors.verticalCenter: time.verticalCenter
        typeStyle: Theme.lead
        color: layer.ink
        text: layer.verdict ? layer.verdict.gate : ""
        wrapMode: Text.NoWrap
        elide: Text.ElideMiddle
    }
    StyledText {
        id: time

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.verdictHeadTop
        typeStyle: Theme.title
        font.weight: Font.Medium
        color: layer.ink
        text: layer.models ? layer.models.clock.time : ""
        wrapMode: Text.NoWrap
    }
    Drawing {
        id: shape

        x: Theme.margin
        y: Theme.verdictShapeTop
        width: Theme.verdictSize(layer.kind)
        height: width
        name: "verdict_" + layer.kind
        ink: layer.ink
        transformOrigin: Item.Center

        NumberAnimation on scale {
            id: grow

            from: Theme.shapeFrom
            to: 1
            duration: Theme.motionShape
            easing.type: Easing.OutCubic
        }
        Connections {
            function onShownChanged(): void {
                grow.restart();
            }

            target: layer.verdict
        }
    }
    Column {
        x: Theme.portrait ? parent.width - Theme.margin - width : Theme.margin
        y: Theme.verdictWhoTop
        width: Theme.verdictWhoWidth

        StyledText {
            width: parent.width
            horizontalAlignment: Theme.portrait ? Text.AlignRight : Text.AlignLeft
            typeStyle: Theme.title
            color: layer.ink
            text: layer.verdict ? layer.verdict.who : ""
            visible: text !== ""
        }
        StyledText {
            width: parent.width
            horizontalAlignment: Theme.portrait ? Text.AlignRight : Text.AlignLeft
            typeStyle: Theme.lead
            color: layer.ink
            text: layer.verdict ? layer.verdict.organisation : ""
            visible: text !== ""
        }
        StyledText {
            width: parent.width
            horizontalAlignment: Theme.portrait ? Text.AlignRight : Text.AlignLeft
            typeStyle: Theme.lead
            color: layer.ink
            text: layer.verdict ? layer.verdict.badgeType : ""
            visible: text !== ""
        }
        StyledText {
            width: parent.width
            horizontalAlignment: Theme.portrait ? Text.AlignRight : Text.AlignLeft
            typeStyle: Theme.lead
            font.weight: Font.Bold
            color: layer.ink
            text: qsTrId("verdict.known")
            visible: layer.verdict ? layer.verdict.bookedBefore : false
        }
    }
    Column {
        id: words

        x: Theme.verdictLeft
        y: Theme.verdictWordTop
        width: Theme.verdictWidth

        StyledText {
            width: parent.width
            typeStyle: Theme.latin ? Theme.verdictWordLatin : Theme.verdictWord
            color: layer.ink
            text: layer.verdict ? layer.verdict.word : ""
        }
        StyledText {
            id: said

            width: parent.width
            topPadding: Theme.spaceM
            typeStyle: layer.longSentence ? Theme.title : Theme.headline
            color: layer.ink
            text: layer.sentence
        }
        StyledText {
            width: parent.width
            topPadding: Theme.spaceXs
            typeStyle: layer.longSentence ? Theme.lead : Theme.other
            color: layer.ink
            text: Theme.portrait ? layer.other : layer.other.replace("\n", Theme.latin ? "" : " ")
            // Beside a long gate's name there may be no room for it.
            visible: words.y + said.y + said.height + implicitHeight <= panel.y
        }
    }
    Card {
        id: panel

        x: Theme.verdictLeft
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.verdictPanelBottom
        width: Theme.verdictWidth
        height: steps.height
        // On a ground as dark as the panel itself, its edge has to be drawn.
        border.width: Theme.contrast ? Theme.controlLine : 0
        border.color: Theme.colour.lineStrong

        Column {
            id: steps

            width: parent.width

            Repeater {
                model: layer.verdict ? layer.verdict.steps.slice(0, Theme.verdictSteps) : []

                StepRow {
                    id: step

                    required property var modelData
                    required property int index

                    width: steps.width
                    icon: modelData.icon
                    title: modelData.own === "" ? modelData.title : layer.titleOf(modelData.own)
                    detail: modelData.own === "" ? modelData.detail : layer.detailOf(modelData.own)
                    tappable: modelData.action !== ""
                    detailStyle: Theme.portrait && !Theme.large ? Theme.lead : Theme.body
                    onTapped: layer.verdict.act(modelData.action)

                    Rectangle {
                        width: parent.width
                        height: Theme.hair
                        color: Theme.colour.line
                        visible: step.index > 0
                    }
                }
            }
        }
    }
    StyledText {
        x: Theme.verdictLeft
        anchors.verticalCenter: bar.verticalCenter
        typeStyle: Theme.lead
        label: true
        color: layer.ink
        //% "下一位，请直接扫码"
        text: qsTrId("verdict.next")
        wrapMode: Text.NoWrap
    }
    Rectangle {
        id: bar

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.verdictNextBottom
        width: Theme.verdictBarWidth
        height: Theme.verdictBarHeight
        color: Theme.verdictTrack(layer.kind)

        Rectangle {
            width: parent.width * (layer.verdict ? layer.verdict.share : 1)
            height: parent.height
            color: layer.ink
        }
    }
}
