pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Kiosk
import Kiosk.Models

// How large the screen is and how it hangs, and what follows from it; a bank card measures it.
Item {
    id: view

    required property Models models
    readonly property StaffModel staff: models.staff
    readonly property LocalModel local: staff.local
    readonly property ScreenModel screen: local.screen
    readonly property bool ready: local.state === "ready"
    readonly property bool may: local.shift.whose.settings === ""

    StaffSizes {
        id: sizes
    }
    StationSizes {
        id: own
    }
    Column {
        id: shown

        x: Theme.margin
        y: sizes.top
        width: sizes.columnWidth
        spacing: Theme.spaceM
        visible: view.ready

        FactGrid {
            width: parent.width
            valueStyle: Theme.row
            facts: [
                {
                    //% "屏幕对角线"
                    "label": qsTrId("keeper.diagonal"),
                    //% "%1 英寸"
                    "value": qsTrId("keeper.inches").arg(view.screen.inchesText)
                },
                {
                    //% "画面"
                    "label": qsTrId("keeper.picture"),
                    "value": view.Window.width + " × " + view.Window.height
                },
                {
                    //% "最小的按钮"
                    "label": qsTrId("keeper.least_target"),
                    "value": qsTrId("staff.mount_mm").arg(view.screen.targetMm)
                },
                {
                    //% "低位时最高的按钮离地"
                    "label": qsTrId("keeper.low_height"),
                    "value": qsTrId("staff.mount_mm").arg(view.screen.lowMm)
                }
            ]
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            //% "按钮小于 20 毫米，手指不容易点准：请换 27 英寸以上的屏幕，或请访客用大字。"
            text: qsTrId("keeper.small")
            visible: view.screen.small
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            //% "坐轮椅的访客够不到 1,200 毫米以上：请把屏幕装低一些。"
            text: qsTrId("keeper.high")
            visible: view.screen.high
        }
    }
    Column {
        x: sizes.secondLeft
        y: sizes.portrait ? Math.max(sizes.reach, shown.visible ? shown.y + shown.height + sizes.gap : 0) : sizes.top
        width: sizes.columnWidth
        spacing: Theme.spaceM

        StateNote {
            width: parent.width
            condition: view.local.state
            failedText: qsTrId("staff.settings_failed")
            onAgain: view.local.retry()
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            //% "这些由%1办，您可以看。"
            text: qsTrId("keeper.whose").arg(view.local.shift.whose.settings)
            visible: view.ready && !view.may
        }
        Flow {
            width: parent.width
            spacing: Theme.targetGap
            enabled: view.may
            visible: view.ready && !view.screen.measuring

            Repeater {
                model: view.screen.sizes

                Chip {
                    required property real modelData

                    text: qsTrId("keeper.inches").arg(view.screen.text(modelData))
                    chosen: view.screen.inches === modelData
                    onTapped: view.screen.choose(modelData)
                }
            }
            Chip {
                //% "用银行卡量一量"
                text: qsTrId("keeper.measure")
                onTapped: view.screen.measure()
            }
        }
        Card {
            width: parent.width
            height: rows.height
            enabled: view.may
            visible: view.ready && !view.screen.measuring

            Column {
                id: rows

                width: parent.width

                StepSetting {
                    width: parent.width
                    text: qsTrId("staff.mount")
                    value: qsTrId("staff.mount_mm").arg(view.local.mountBottomMm)
                    lessName: qsTrId("staff.mount_lower")
                    moreName: qsTrId("staff.mount_raise")
                    least: view.local.mountLowest
                    most: view.local.mountHighest
                    onLess: view.local.lower_mount()
                    onMore: view.local.raise_mount()
                }
                StepSetting {
                    width: parent.width
                    lined: true
                    visible: view.local.output.brightness >= 0
                    //% "屏幕亮度"
                    text: qsTrId("keeper.brightness")
                    value: view.local.output.brightness + "%"
                    //% "调暗"
                    lessName: qsTrId("keeper.darker")
                    //% "调亮"
                    moreName: qsTrId("keeper.brighter")
                    least: view.local.output.brightness <= 10
                    most: view.local.output.brightness >= 100
                    onLess: view.local.output.darker()
                    onMore: view.local.output.brighter()
                }
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            //% "亮度请在屏幕自带的按键上调：站在屏幕前两步，白底不刺眼、字看得清就好；窗边的机器白天要再亮一档。"
            text: view.local.output.said !== "" ? view.local.output.said : qsTrId("keeper.brightness_how")
            visible: view.ready && !view.screen.measuring && (view.local.output.brightness < 0 || view.local.output.said !== "")
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            text: view.local.said !== "" ? view.local.said : qsTrId("staff.kept_not")
            visible: view.ready && view.local.outcome === "not_kept"
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            //% "把一张银行卡（或身份证、公交卡）贴在框上，调到框和卡一样大。"
            text: qsTrId("keeper.card_how")
            visible: view.ready && view.screen.measuring
        }
        Item {
            width: parent.width
            height: Math.max(outline.height, sizing.height)
            visible: view.ready && view.screen.measuring

            Rectangle {
                id: outline

                width: Math.round(view.screen.cardShare * Math.hypot(view.Window.width, view.Window.height))
                height: Math.round(width * view.screen.cardShape)
                radius: own.cardRadius
                color: Theme.colour.raised
                border.width: own.cardLine
                border.color: Theme.colour.ink
            }
            Row {
                id: sizing

                anchors.right: parent.right
                spacing: Theme.targetGap

                IconButton {
                    icon: "minus"
                    //% "框小一点"
                    name: qsTrId("keeper.card_shrink")
                    onTapped: view.screen.shrink()
                }
                IconButton {
                    icon: "plus"
                    //% "框大一点"
                    name: qsTrId("keeper.card_grow")
                    onTapped: view.screen.grow()
                }
            }
        }
        Row {
            width: parent.width
            spacing: Theme.gutter
            visible: view.ready && view.screen.measuring

            ActionButton {
                id: stop

                //% "不量了"
                text: qsTrId("keeper.card_stop")
                onTapped: view.screen.stop()
            }
            ActionButton {
                width: parent.width - stop.width - parent.spacing
                primary: true
                //% "一样大：%1 英寸"
                text: qsTrId("keeper.card_fits").arg(view.screen.inchesText)
                onTapped: view.screen.take()
            }
        }
    }
}
