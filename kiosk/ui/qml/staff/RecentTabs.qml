import QtQuick
import Kiosk
import Kiosk.Models
import "../find"

// What was decided at the gates, and what staff did.
Segments {
    id: tabs

    required property StaffModel staff

    optionHeight: Theme.chipHeight
    typeStyle: Theme.body
    options: [
        {
            "id": "recent",
            "name": qsTrId("staff.recent_title"),
            "on": tabs.staff.view === "recent"
        },
        {
            "id": "log",
            //% "值班记录"
            "name": qsTrId("guard.log"),
            "on": tabs.staff.view === "log"
        }
    ]
    onChosen: id => tabs.staff.open(id)
}
