pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Kiosk
import Kiosk.Models

// What this kiosk is, to be read; then what staff may change, kept at once; last how this page itself is shown.
Item {
    id: view

    required property Models models
    readonly property LocalModel local: models.staff.local
    readonly property bool ready: local.state === "ready"
    // Each leads to a view of its own; what stands there now is said in it.
    readonly property list<var> links: [
        {
            "view": "place",
            "icon": "me",
            //% "位置"
            "text": qsTrId("keeper.link_place")
        },
        {
            "view": "screen",
            "icon": "larger",
            //% "屏幕"
            "text": qsTrId("keeper.link_screen")
        },
        {
            "view": "time",
            "icon": "clock",
            //% "时间"
            "text": qsTrId("keeper.link_time")
        },
        {
            "view": "fair",
            "icon": "calendar",
            //% "活动、演练"
            "text": qsTrId("keeper.link_fair")
        },
        {
            "view": "scanners",
            "icon": "scan",
            "text": qsTrId("scanners.title")
        },
        {
            "view": "power",
            "icon": "power",
            //% "关机"
            "text": qsTrId("keeper.link_power")
        }
    ]

    function became(outcome: string): string {
        switch (outcome) {
        case "kept":
            //% "已保存。"
            return qsTrId("staff.kept");
        case "not_kept":
            //% "没有保存，请再试一次。"
            return local.said !== "" ? local.said : qsTrId("staff.kept_not");
        default:
            //% "改了就保存，以后每位访客都这样开始。"
            return qsTrId("staff.settings_how");
        }
    }

    StaffSizes {
        id: sizes
    }
    StationSizes {
        id: own
    }
    FactGrid {
        id: shown

        x: Theme.margin
        y: sizes.top
        width: sizes.columnWidth
        valueStyle: Theme.body
        visible: view.ready
        facts: [
            {
                //% "位置"
                "label": qsTrId("staff.place"),
                "value": view.local.place + (Theme.latin ? ", " : "·") + view.local.gate
            },
            {
                //% "本机编号"
                "label": qsTrId("staff.kiosk"),
                "value": view.local.kiosk
            },
            {
                //% "屏幕"
                "label": qsTrId("staff.screen"),
                "value": view.Window.width + " × " + view.Window.height
            },
            {
                //% "程序版本"
                "label": qsTrId("staff.program"),
                "value": view.local.version
            },
            {
                //% "时钟"
                "label": qsTrId("staff.clock"),
                "value": view.local.clock
            },
            {
                //% "密钥"
                "label": qsTrId("staff.keys"),
                "value": view.local.keys
            },
            {
                //% "日志"
                "label": qsTrId("staff.journal"),
                "value": view.local.journal
            }
        ]
    }
    Column {
        x: sizes.secondLeft
        y: sizes.portrait ? Math.max(sizes.reach, shown.visible ? shown.y + shown.height + sizes.gap : 0) : sizes.top
        width: sizes.columnWidth
        spacing: sizes.gap

        StateNote {
            width: parent.width
            condition: view.local.state
            //% "本机设置没有读出来"
            failedText: qsTrId("staff.settings_failed")
            onAgain: view.local.retry()
        }
        LocalCard {
            width: parent.width
            local: view.local
            visible: view.ready
        }
        Grid {
            id: tiles

            readonly property int each: (width - (columns - 1) * spacing) / columns

            width: parent.width
            columns: 3
            spacing: Theme.targetGap
            visible: view.ready

            Repeater {
                model: view.links

                ActionTile {
                    required property var modelData

                    width: tiles.each
                    height: own.tile
                    icon: modelData.icon
                    text: modelData.text
                    onTapped: view.models.staff.open(modelData.view)
                }
            }
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            font.weight: view.local.outcome === "" ? Font.Normal : Font.Bold
            color: view.local.outcome === "" ? Theme.colour.inkSoft : Theme.colour.ink
            text: view.local.shift.whose.settings !== "" ? qsTrId("keeper.whose").arg(view.local.shift.whose.settings) : view.became(view.local.outcome)
            visible: view.ready
        }
        Item {
            width: parent.width
            height: switches.height

            StyledText {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - switches.width - Theme.spaceM
                typeStyle: Theme.lead
                //% "只改这一次的显示"
                text: qsTrId("staff.only_now")
            }
            ModeSwitches {
                id: switches

                anchors.right: parent.right
                modes: view.models.modes
            }
        }
    }
}
