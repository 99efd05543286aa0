pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// How badges look: one layout large, all of them small, with a name that is typed and a type that is chosen.
Item {
    id: view

    required property Models models
    readonly property PrinterLayoutsModel looks: models.staff.printers.layouts
    readonly property bool ready: looks.state === "ready"
    readonly property bool typing: entry.keyboardUp
    readonly property int lowest: typing && !sizes.portrait ? Theme.footTop - Theme.keyboardHeight - sizes.barGap : sizes.bottom
    readonly property var shown: looks.layouts.find(each => each.on) ?? {}
    readonly property string shownType: looks.types.find(each => each.on)?.name ?? ""

    function sizeOf(layout: var): string {
        //% "%1 毫米宽，长度随内容"
        //% "%1 × %2 毫米"
        return layout.tape ? qsTrId("printing.tape_size").arg(layout.width) : qsTrId("printing.card_size").arg(layout.width).arg(layout.height);
    }

    StaffSizes {
        id: sizes
    }
    Rectangle {
        id: table

        x: Theme.margin
        y: sizes.top
        width: sizes.columnWidth
        height: (sizes.portrait ? sizes.reach - sizes.gap : view.lowest) - y
        radius: Theme.radiusCard
        color: Theme.colour.sunk
        visible: view.ready

        BadgeFace {
            anchors.fill: parent
            anchors.margins: Theme.spaceS
            anchors.bottomMargin: caption.height + Theme.spaceS
            models: view.models
            composition: view.looks.composition
            //% "%1的胸卡，%2"
            name: qsTrId("printing.face_name").arg(view.shownType).arg(view.shown.name ?? "")
        }
        StyledText {
            id: caption

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.spaceXs
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            typeStyle: Theme.body
            color: Theme.colour.ink
            text: view.shown.id ? view.shown.name + (Theme.latin ? ", " : "·") + view.sizeOf(view.shown) : ""
        }
    }
    StateNote {
        x: sizes.secondLeft
        y: sizes.reach
        width: sizes.columnWidth
        condition: view.looks.state
        //% "胸卡样子没有画出来"
        failedText: qsTrId("printing.layouts_failed")
        onAgain: view.looks.retry()
    }
    Column {
        x: sizes.secondLeft
        y: sizes.reach
        width: sizes.columnWidth
        spacing: Theme.spaceM
        visible: view.ready

        Row {
            id: small

            readonly property int each: (width - (view.looks.layouts.length - 1) * spacing) / Math.max(1, view.looks.layouts.length)

            width: parent.width
            spacing: Theme.targetGap

            Repeater {
                model: view.looks.layouts

                Tap {
                    id: look

                    required property var modelData

                    width: small.each
                    height: sizes.layoutThumb + words.height + Theme.spaceS
                    checkable: true
                    checked: modelData.on
                    name: modelData.name
                    onTapped: view.looks.choose(modelData.id)

                    Rectangle {
                        anchors.fill: parent
                        radius: Theme.radiusControl
                        color: look.modelData.on ? Theme.colour.brand : look.pressed ? Theme.colour.brandTint : Theme.colour.raised
                        border.width: Theme.controlLine
                        border.color: look.modelData.on ? Theme.colour.brand : Theme.colour.lineStrong
                    }
                    BadgeFace {
                        x: Theme.spaceS
                        y: Theme.spaceS
                        width: parent.width - 2 * Theme.spaceS
                        height: sizes.layoutThumb - Theme.spaceS
                        models: view.models
                        composition: view.looks.composition_of(look.modelData.id, view.looks.edition)
                        name: ""
                        Accessible.ignored: true
                    }
                    StyledText {
                        id: words

                        anchors.bottom: parent.bottom
                        anchors.bottomMargin: Theme.spaceXs
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        typeStyle: Theme.caption
                        color: look.modelData.on ? Theme.colour.onBrand : Theme.colour.ink
                        text: look.modelData.name
                        wrapMode: Text.NoWrap
                        elide: Text.ElideMiddle
                    }
                }
            }
        }
        TextEntry {
            id: entry

            width: parent.width
            icon: "badge"
            //% "输入姓名，看打得出来吗"
            hint: qsTrId("printing.type_name")
            maximumLength: view.looks.nameMost
            onSoughtChanged: view.looks.type_name(sought)
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: view.looks.missing === "" ? Font.Normal : Font.Bold
            color: view.looks.missing === "" ? Theme.colour.inkSoft : Theme.colour.ink
            //% "字都打得出来。"
            //% "第 %1 个字打不出来：%2。请换一种写法，或手写一张。"
            //% "图上是示例，不是任何人的证，二维码不能入场。"
            text: view.looks.missing !== "" ? qsTrId("printing.name_missing").arg(view.looks.missingAt).arg(view.looks.missing) : view.looks.name !== "" ? qsTrId("printing.name_fine") : qsTrId("printing.layouts_how")
        }
        Flow {
            width: parent.width
            spacing: Theme.targetGap
            visible: !view.typing

            Repeater {
                model: view.looks.types

                Chip {
                    required property var modelData

                    inset: Theme.spaceM
                    text: modelData.name
                    chosen: modelData.on
                    onTapped: view.looks.show_type(modelData.id)
                }
            }
        }
    }
    Connections {
        // What the model wiped stands in the field no more.
        function onChanged(): void {
            if (view.looks.name === "" && entry.sought !== "")
                entry.put("");
        }

        target: view.looks
    }
}
