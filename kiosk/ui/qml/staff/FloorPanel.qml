pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// What is asked once in place, what can be done with the stall that is chosen, and what became of it.
Card {
    id: panel

    required property FloorModel floor
    readonly property PassagesModel passages: floor.passages
    readonly property PlacesModel places: floor.stalls
    readonly property var place: places.chosen
    readonly property bool placed: places.chosenStall !== "" && place.stall !== undefined
    readonly property bool closing: passages.asking
    readonly property bool moving: places.target !== ""
    readonly property bool acting: placed && !places.picking
    readonly property bool shown: closing || placed || answered || floor.busy
    readonly property bool answered: floor.said !== "" || floor.notDone

    function head(): string {
        if (closing)
            //% "关闭“%1”？"
            return qsTrId("floor.close_asked").arg(passages.askedName);
        if (moving)
            //% "%1 搬到 %2？"
            return qsTrId("floor.move_asked").arg(place.mover).arg(places.target);
        if (places.picking)
            //% "%1 搬到哪里？"
            return qsTrId("floor.move_where").arg(place.mover);
        if (placed)
            return place.stall + "  " + words.who(place.host, place.to, place.guest);
        return "";
    }
    function said(): string {
        if (floor.busy)
            return qsTrId("staff.act_busy");
        if (floor.notDone)
            return qsTrId("staff.not_done");
        if (closing)
            return harm();
        if (moving)
            //% "访客马上会被带到 %1。"
            return qsTrId("floor.move_how").arg(places.target);
        if (places.picking)
            //% "请点选一个空展位。"
            return qsTrId("floor.move_pick");
        if (floor.said !== "")
            return floor.said;
        return placed ? words.line(place.standing, place.to, place.guestStall, place.closed) : "";
    }
    // What a closure would do, as soon as it is counted.
    function harm(): string {
        //% "所有路线马上改走别处。"
        const now = qsTrId("floor.close_how");
        if (!passages.harmKnown)
            return now;
        if (passages.harm > 0 && passages.harmStepFree > 0)
            //% "所有路线马上改走别处。从本机走不到 %n 个展位，另有 %1 个只能走台阶。"
            return qsTrId("floor.harm_both", passages.harm).arg(passages.harmStepFree);
        if (passages.harm > 0)
            //% "所有路线马上改走别处。从本机走不到 %n 个展位。"
            return qsTrId("floor.harm", passages.harm);
        if (passages.harmStepFree > 0)
            //% "所有路线马上改走别处。从本机去 %n 个展位只能走台阶。"
            return qsTrId("floor.harm_step_free", passages.harmStepFree);
        //% "所有路线马上改走别处，每个展位都还走得到。"
        return qsTrId("floor.harm_none");
    }

    height: content.height + 2 * Theme.cardInset

    PlaceWords {
        id: words
    }
    Column {
        id: content

        x: Theme.cardInset
        y: Theme.cardInset
        width: parent.width - 2 * Theme.cardInset
        spacing: Theme.spaceS

        StyledText {
            width: parent.width
            typeStyle: Theme.row
            text: panel.head()
            visible: text !== ""
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        StyledText {
            width: parent.width
            typeStyle: Theme.lead
            font.weight: panel.answered ? Font.Bold : Font.Normal
            text: panel.said()
            visible: text !== ""
        }
        Flow {
            width: parent.width
            spacing: Theme.targetGap

            ActionButton {
                //% "不关"
                //% "换一个"
                //% "不搬"
                //% "收起"
                text: panel.closing ? qsTrId("floor.close_not") : panel.moving ? qsTrId("floor.move_other") : panel.places.picking ? qsTrId("floor.move_not") : qsTrId("floor.choose_not")
                visible: panel.closing || panel.placed
                enabled: !panel.floor.busy
                onTapped: {
                    if (panel.closing)
                        panel.passages.keep();
                    else
                        panel.places.keep();
                }
            }
            ActionButton {
                primary: true
                enabled: !panel.floor.busy
                //% "确认关闭"
                //% "确认搬到 %1"
                text: panel.closing ? qsTrId("floor.close_sure") : qsTrId("floor.move_sure").arg(panel.places.target)
                visible: panel.closing || panel.moving
                onTapped: {
                    if (panel.closing)
                        panel.passages.close();
                    else
                        panel.places.move();
                }
            }
            StaffButton {
                whose: panel.floor.shift.whose.close
                //% "重新开放"
                //% "关闭展位"
                text: panel.place.closed ? qsTrId("floor.stall_open") : qsTrId("floor.stall_close")
                visible: panel.acting
                free: !panel.floor.busy
                onTapped: {
                    if (panel.place.closed)
                        panel.places.open();
                    else
                        panel.places.close();
                }
            }
            StaffButton {
                whose: panel.floor.shift.whose.move
                //% "搬到别处"
                text: qsTrId("floor.move")
                visible: panel.acting && panel.place.mover !== ""
                free: !panel.floor.busy
                onTapped: panel.places.pick()
            }
            StaffButton {
                whose: panel.floor.shift.whose.move
                //% "搬回 %1"
                text: qsTrId("floor.move_back").arg(panel.place.mover)
                visible: panel.acting && panel.place.away
                free: !panel.floor.busy
                onTapped: panel.places.move_back()
            }
            ActionButton {
                icon: "undo"
                text: qsTrId("staff.undo")
                visible: panel.floor.undoable && !panel.places.picking && !panel.closing
                onTapped: panel.floor.undo()
            }
        }
    }
}
