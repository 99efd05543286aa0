import QtQuick
import Kiosk
import Kiosk.Models
import "../delegation"

// The leader was scanned: the delegation's list, and what became of it.
KioskPage {
    id: page

    readonly property DelegationModel delegation: models.delegation

    //% "代表团入场"
    title: qsTrId("delegation.title")

    DelegationSheet {
        anchors.fill: parent
        delegation: page.delegation
        onDone: page.models.idle.finish()
    }
}
