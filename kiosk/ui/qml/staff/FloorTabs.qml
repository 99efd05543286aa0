import QtQuick
import Kiosk
import Kiosk.Models
import "../find"

// The parts of the floor: what people walk through, stalls as places, and whose hosts have signed in.
Segments {
    id: tabs

    required property StaffModel staff
    readonly property string listed: staff.view === "floor" ? staff.floor.listed : staff.view

    optionHeight: Theme.chipHeight
    typeStyle: Theme.body
    options: [
        {
            "id": "passages",
            //% "通道、电梯"
            "name": qsTrId("floor.passages"),
            "on": tabs.listed === "passages"
        },
        {
            "id": "places",
            //% "展位"
            "name": qsTrId("floor.stalls"),
            "on": tabs.listed === "stalls" && tabs.staff.view === "floor"
        },
        {
            "id": "sign_in",
            //% "单位签到"
            "name": qsTrId("floor.sign_in"),
            "on": tabs.staff.view === "stalls"
        }
    ]
    onChosen: id => tabs.staff.lead(id === "sign_in" ? "stalls" : id === "places" ? "floor:stalls" : "floor:passages")
}
