pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// How was it? Three answers; what follows from each is offered in place: the badge stops, the person is kept out, one
// passage is taken back. What became of it is said there too.
Card {
    id: panel

    required property DoublesModel doubles
    readonly property var one: doubles.one
    readonly property bool answered: doubles.said !== "" || doubles.notDone

    function said(): string {
        if (doubles.busy)
            return qsTrId("staff.act_busy");
        if (doubles.notDone)
            return qsTrId("staff.not_done");
        //% "是怎么回事？请问一问本人，或看一看证。"
        return doubles.said !== "" ? doubles.said : qsTrId("truth.asked");
    }

    height: content.height + 2 * Theme.cardInset

    Column {
        id: content

        x: Theme.cardInset
        y: Theme.cardInset
        width: parent.width - 2 * Theme.cardInset
        spacing: Theme.spaceS

        StyledText {
            width: parent.width
            typeStyle: Theme.row
            text: panel.one.who ?? ""
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            text: panel.one.where ?? ""
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.body
            color: Theme.colour.inkSoft
            text: panel.one.knew ?? ""
            visible: text !== "" && panel.doubles.step === "asked"
            maximumLineCount: 3
            elide: Text.ElideRight
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: Font.Bold
            text: panel.said()
        }
        Grid {
            id: answers

            readonly property int each: Math.floor((width - (columns - 1) * spacing) / columns)

            width: parent.width
            columns: Theme.portrait && !Theme.large && !Theme.latin ? 3 : 1
            spacing: Theme.targetGap
            visible: panel.doubles.step === "asked"

            StaffButton {
                whose: panel.doubles.shift.whose.resolve
                width: answers.each
                free: !panel.doubles.busy
                text: qsTrId("truth.same_person")
                onTapped: panel.doubles.answer("same_person")
            }
            StaffButton {
                whose: panel.doubles.shift.whose.resolve
                width: answers.each
                free: !panel.doubles.busy
                text: qsTrId("truth.two_people")
                onTapped: panel.doubles.answer("two_people")
            }
            StaffButton {
                whose: panel.doubles.shift.whose.resolve
                width: answers.each
                free: !panel.doubles.busy
                text: qsTrId("truth.mistake")
                onTapped: panel.doubles.answer("mistake")
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.targetGap
            visible: panel.doubles.step === "two_people"

            StaffButton {
                whose: panel.doubles.shift.whose.revoke
                free: !panel.doubles.busy
                //% "停用这张证"
                text: qsTrId("truth.revoke")
                visible: !panel.doubles.revoked
                onTapped: panel.doubles.revoke()
            }
            StaffButton {
                whose: panel.doubles.shift.whose.bar
                free: !panel.doubles.busy
                text: qsTrId("staff.act_bar")
                visible: panel.doubles.known
                onTapped: panel.doubles.bar()
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.targetGap
            visible: panel.doubles.step === "mistake"

            Repeater {
                model: panel.doubles.step === "mistake" ? panel.doubles.passages : []

                StaffButton {
                    required property var modelData

                    whose: panel.doubles.shift.whose.undo
                    free: !panel.doubles.busy
                    icon: "undo"
                    //% "撤销 %1"
                    text: qsTrId("truth.undo").arg(modelData.words)
                    onTapped: panel.doubles.undo(modelData.at)
                }
            }
        }
        ActionButton {
            width: parent.width
            primary: panel.doubles.step !== "asked"
            enabled: !panel.doubles.busy
            //% "收起"
            //% "就这样"
            text: panel.doubles.step === "asked" ? qsTrId("truth.close") : qsTrId("truth.enough")
            onTapped: panel.doubles.close()
        }
    }
}
