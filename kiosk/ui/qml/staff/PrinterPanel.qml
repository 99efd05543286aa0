pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// One printer in full, to be read: a picture of what is wrong, since when, and what to do step by step; or that all
// is well, where its badges come out, on what, and how many labels are left.
Card {
    id: panel

    required property PrintersModel printers
    // The height there is; the steps are as large as it allows.
    required property int room
    readonly property var shown: printers.shown
    readonly property bool troubled: shown.steps.length > 0
    readonly property bool recovered: shown.recovered && !troubled
    readonly property int stepsRoom: room - 2 * Theme.cardInset - head.height - Theme.spaceM
    readonly property TypeStyle stepStyle: [Theme.row, Theme.lead].find(style => heightIn(style) <= stepsRoom) ?? Theme.body

    // About as high as the steps are in a style.
    function heightIn(style: TypeStyle): int {
        const letter = style.size * (Theme.latin ? 0.55 : 1);
        const lines = shown.steps.reduce((sum, step) => sum + Math.ceil(step.length * letter / Math.max(1, steps.wordWidth)), 0);
        return lines * style.line + shown.steps.length * Theme.spaceXs;
    }

    function said(mood: string): string {
        switch (mood) {
        case "seen":
            //% "正在看这台打印机"
            return qsTrId("printing.looking");
        case "well":
            //% "可以打印了"
            //% "一切正常"
            return recovered ? qsTrId("printing.recovered") : qsTrId("printing.well");
        default:
            return shown.title;
        }
    }
    function since(): string {
        if (shown.since === "")
            return "";
        //% "%1 起，不到 1 分钟"
        //% "%1 起，已 %2 分钟"
        return shown.minutes < 1 ? qsTrId("printing.since_now").arg(shown.since) : qsTrId("printing.since").arg(shown.since).arg(shown.minutes);
    }

    height: content.height + 2 * Theme.cardInset
    border.width: troubled ? Theme.controlLine : Theme.hair
    border.color: troubled ? Theme.colour.lineStrong : Theme.colour.line

    StaffSizes {
        id: sizes
    }
    Column {
        id: content

        x: Theme.cardInset
        y: Theme.cardInset
        width: parent.width - 2 * Theme.cardInset
        spacing: Theme.spaceM

        Item {
            id: head

            width: parent.width
            height: Math.max(art.height, words.height)

            Drawing {
                id: art

                width: sizes.troubleArt
                height: width
                name: panel.shown.icon
                ink: panel.troubled ? Theme.shapeColour(panel.shown.level) : Theme.colour.brand
            }
            Column {
                id: words

                anchors.left: art.right
                anchors.leftMargin: Theme.spaceL
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter

                StyledText {
                    width: parent.width
                    typeStyle: Theme.lead
                    color: Theme.colour.inkSoft
                    // Of one in trouble what is printed on stands here; of the others below.
                    text: [panel.shown.name, panel.troubled ? panel.shown.layout : ""].filter(each => each !== "").join(Theme.latin ? ", " : "·")
                    visible: text !== ""
                    maximumLineCount: Theme.portrait ? 2 : 1
                    elide: Text.ElideRight
                }
                Row {
                    width: parent.width
                    spacing: Theme.spaceS

                    Drawing {
                        id: shape

                        anchors.verticalCenter: title.verticalCenter
                        width: sizes.shapeSmall
                        height: sizes.shapeSmall
                        name: "verdict_" + panel.shown.level
                        ink: Theme.shapeColour(panel.shown.level)
                    }
                    StyledText {
                        id: title

                        width: parent.width - shape.width - parent.spacing
                        typeStyle: Theme.large ? Theme.title : Theme.headline
                        text: panel.said(panel.shown.mood)
                    }
                }
                StyledText {
                    width: parent.width
                    typeStyle: Theme.lead
                    font.weight: Font.Medium
                    text: panel.since()
                    visible: text !== ""
                }
            }
        }
        Column {
            id: steps

            readonly property int wordWidth: width - sizes.stepNumber - Theme.spaceM

            width: parent.width
            spacing: Theme.spaceXs
            visible: panel.troubled

            Repeater {
                model: panel.shown.steps

                Row {
                    id: step

                    required property string modelData
                    required property int index

                    width: steps.width
                    spacing: Theme.spaceM

                    Rectangle {
                        // Beside the middle of the first line, where hanzi sit low.
                        y: Math.round((panel.stepStyle.line - height) / 2 + panel.stepStyle.lift)
                        width: sizes.stepNumber
                        height: sizes.stepNumber
                        radius: height / 2
                        color: Theme.colour.sunk

                        StyledText {
                            anchors.centerIn: parent
                            typeStyle: Theme.body
                            label: true
                            font.weight: Font.Bold
                            text: step.index + 1
                        }
                    }
                    StyledText {
                        width: steps.wordWidth
                        typeStyle: panel.stepStyle
                        font.weight: Font.Normal
                        text: step.modelData
                    }
                }
            }
        }
        Grid {
            id: facts

            width: parent.width
            columns: 3
            columnSpacing: Theme.spaceM
            rowSpacing: Theme.spaceS
            visible: panel.shown.id !== "" && !panel.troubled

            Repeater {
                model: [
                    {
                        //% "胸卡从哪里出来"
                        "label": qsTrId("printing.place"),
                        "value": panel.shown.place
                    },
                    {
                        //% "版式"
                        "label": qsTrId("printing.layout"),
                        "value": panel.shown.layout
                    },
                    {
                        //% "还剩多少张"
                        "label": qsTrId("printing.labels"),
                        //% "没有登记"
                        //% "%1 张"
                        "value": panel.shown.labels < 0 ? qsTrId("printing.labels_unknown") : qsTrId("printing.labels_count").arg(panel.shown.labels)
                    }
                ]

                Column {
                    id: fact

                    required property var modelData

                    width: (facts.width - (facts.columns - 1) * facts.columnSpacing) / facts.columns

                    StyledText {
                        width: parent.width
                        typeStyle: Theme.caption
                        color: Theme.colour.inkSoft
                        text: fact.modelData.label
                    }
                    StyledText {
                        width: parent.width
                        typeStyle: Theme.lead
                        text: fact.modelData.value
                        maximumLineCount: 2
                        elide: Text.ElideRight
                    }
                }
            }
        }
    }
}
