pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// A graphite bar means that staff is here: sign in, then one of the views. Sign out and pause are in the foot.
KioskPage {
    id: page

    readonly property StaffModel staff: models.staff
    readonly property string view: staff.view
    readonly property var ownViews: ({
            "place": "PlaceView.qml",
            "screen": "ScreenView.qml",
            "time": "TimeView.qml",
            "fair": "FairView.qml",
            "power": "PowerView.qml"
        })

    framed: false
    typing: view === "search" || view === "floor" || view === "printers" && staff.printers.layouts.opened

    StaffBar {
        width: parent.width
        models: page.models
    }
    Loader {
        width: parent.width
        height: Theme.footTop
        sourceComponent: {
            switch (page.view) {
            case "desk":
                return deskView;
            case "recent":
                return recentView;
            case "log":
                return logView;
            case "search":
                return peopleView;
            case "twice":
                return doublesView;
            case "stalls":
                return stallsView;
            case "floor":
                return floorView;
            case "delegations":
                return delegationsView;
            case "printers":
                return page.staff.printers.layouts.opened ? printerLayoutsView : printersView;
            case "batch":
                return batchView;
            case "pack":
                return page.staff.pack.stick.state === "" ? packView : packStickView;
            case "sync":
                return syncView;
            case "settings":
                return settingsView;
            case "scanners":
                return scannersView;
            case "pin":
                return signInView;
            default:
                return null;
            }
        }
    }
    // What is done to the kiosk itself, once a day at most: compiled when it is opened.
    Loader {
        readonly property string file: page.ownViews[page.view] ?? ""

        function load(): void {
            if (file !== "")
                setSource(file, {
                    "models": page.models
                });
            else
                source = "";
        }

        width: parent.width
        height: Theme.footTop
        onFileChanged: load()
        Component.onCompleted: load()
    }
    StaffFoot {
        anchors.bottom: parent.bottom
        width: parent.width
        models: page.models
    }
    Component {
        id: signInView

        SignInView {
            staff: page.staff
        }
    }
    Component {
        id: deskView

        DeskView {
            staff: page.staff
        }
    }
    Component {
        id: recentView

        RecentView {
            staff: page.staff
        }
    }
    Component {
        id: logView

        LogView {
            staff: page.staff
        }
    }
    Component {
        id: doublesView

        DoublesView {
            doubles: page.staff.doubles
        }
    }
    Component {
        id: stallsView

        StallsView {
            staff: page.staff
        }
    }
    Component {
        id: floorView

        FloorView {
            staff: page.staff
        }
    }
    Component {
        id: delegationsView

        DelegationsView {
            delegations: page.staff.delegations
        }
    }
    Component {
        id: peopleView

        PeopleView {
            people: page.staff.people
        }
    }
    Component {
        id: printersView

        PrintersView {
            models: page.models
        }
    }
    Component {
        id: printerLayoutsView

        PrinterLayoutsView {
            models: page.models
        }
    }
    Component {
        id: batchView

        BatchView {
            staff: page.staff
        }
    }
    Component {
        id: packView

        PackView {
            pack: page.staff.pack
        }
    }
    Component {
        id: packStickView

        PackStickView {
            staff: page.staff
        }
    }
    Component {
        id: syncView

        SyncView {
            models: page.models
        }
    }
    Component {
        id: scannersView

        ScannersView {
            models: page.models
        }
    }
    Component {
        id: settingsView

        SettingsView {
            models: page.models
        }
    }
}
