import QtQuick
import Kiosk
import Kiosk.Models

// Back to the desk, sign out, and pause: always in reach, and it asks once, in place.
// Who has not signed in finds the switches of a visitor's foot here.
Rectangle {
    id: foot

    required property Models models
    readonly property StaffModel staff: models.staff
    readonly property bool signedIn: staff.view !== "pin"
    readonly property bool away: signedIn && staff.view !== "desk" && !staff.askingPause
    // Of the delegations one is open: the way back leads to all of them.
    readonly property bool within: staff.view === "delegations" && staff.delegations.opened
    // A pack is being brought from a stick: the way back leads to the one that is open.
    readonly property bool bringing: staff.view === "pack" && staff.pack.stick.state !== "" && staff.pack.stick.state !== "installing"
    // How badges look: the way back leads to the printers.
    readonly property bool looking: staff.view === "printers" && staff.printers.layouts.opened
    // Many at once: likewise.
    readonly property bool batching: staff.view === "batch"
    // Of this kiosk itself: the way back leads to its settings.
    readonly property bool itself: ["scanners", "place", "screen", "time", "fair", "power"].includes(staff.view)
    // In large text three buttons do not fit in one size.
    readonly property TypeStyle leaving: Theme.large && Theme.portrait ? Theme.body : Theme.lead

    height: Theme.footHeight
    color: Theme.colour.raised

    StaffSizes {
        id: sizes
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colour.line
    }
    Row {
        id: ways

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gutter

        ActionButton {
            height: Theme.footTarget
            typeStyle: foot.leaving
            icon: "back"
            //% "值班台"
            text: foot.within ? qsTrId("staff.title_delegations") : foot.bringing ? qsTrId("staff.title_pack") : foot.looking || foot.batching ? qsTrId("staff.title_printers") : foot.itself ? qsTrId("staff.title_settings") : qsTrId("staff.back_to_desk")
            visible: foot.away
            onTapped: {
                if (foot.within)
                    foot.staff.delegations.close();
                else if (foot.bringing)
                    foot.staff.pack.stick.close();
                else if (foot.looking)
                    foot.staff.printers.layouts.close();
                else
                    foot.staff.open(foot.batching ? "printers" : foot.itself ? "settings" : "desk");
            }
        }
        ActionButton {
            height: Theme.footTarget
            typeStyle: foot.leaving
            icon: foot.signedIn ? "lock" : "back"
            //% "锁定"
            //% "返回"
            text: foot.signedIn ? qsTrId("staff.sign_out") : qsTrId("staff.leave")
            onTapped: foot.staff.sign_out()
        }
        ActionButton {
            height: Theme.footTarget
            typeStyle: foot.leaving
            icon: "power"
            text: qsTrId("keeper.link_power")
            visible: foot.staff.view === "desk" && !foot.staff.askingPause
            onTapped: foot.staff.open("power")
        }
        ActionButton {
            width: sizes.keepOn
            height: Theme.footTarget
            typeStyle: foot.leaving
            //% "不暂停"
            text: qsTrId("staff.pause_not")
            visible: foot.staff.askingPause
            onTapped: foot.staff.keep_on()
        }
        ActionButton {
            height: Theme.footTarget
            typeStyle: foot.leaving
            //% "停本入口"
            text: qsTrId("staff.pause_here")
            visible: foot.staff.askingPause
            onTapped: foot.staff.pause_here()
        }
    }
    StaffButton {
        whose: foot.staff.shift.whose.pause
        anchors.left: ways.right
        anchors.leftMargin: Theme.gutter
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.footTarget
        typeStyle: foot.leaving
        alarming: !foot.staff.paused
        icon: foot.staff.paused ? "way_in" : "pause"
        //% "恢复入场"
        //% "停全部入口"
        //% "暂停入场"
        text: foot.staff.paused ? qsTrId("staff.resume") : foot.staff.askingPause ? qsTrId("staff.pause_sure") : qsTrId("staff.pause")
        visible: foot.signedIn
        onTapped: {
            if (foot.staff.paused)
                foot.staff.resume();
            else if (foot.staff.askingPause)
                foot.staff.pause();
            else
                foot.staff.ask_pause();
        }
    }
    ModeSwitches {
        anchors.right: parent.right
        anchors.rightMargin: Theme.footMargin
        anchors.verticalCenter: parent.verticalCenter
        modes: foot.models.modes
        visible: !foot.signedIn
    }
}
