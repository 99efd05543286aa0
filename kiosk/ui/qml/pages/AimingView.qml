import QtQuick
import Kiosk
import Kiosk.Models

// What the camera sees, as in a mirror, with the frame to hold a code into; beside or below it a word of help.
// Loaded only where a camera is set: its types are registered then.
KioskLayer {
    id: view

    readonly property CameraModel camera: models !== null ? models.camera : null
    readonly property string hint: camera !== null ? camera.hint : ""
    readonly property bool seen: camera !== null && camera.working
    readonly property int side: Math.min(width, height, Theme.aimSide)
    // devices.camera.plane.AIMED_SHARE: what is in the middle is measured, and counts first.
    readonly property int rim: Math.round(side * (1 - Theme.aimShare) / 2)

    function advice(): string {
        switch (hint) {
        case "light":
            //% "光线太暗，请把手机调亮，或到亮一点的地方"
            return qsTrId("camera.light");
        case "glare":
            //% "太亮了，请把手机斜一点，或把屏幕调暗"
            return qsTrId("camera.glare");
        case "closer":
            //% "请靠近一点"
            return qsTrId("camera.closer");
        case "farther":
            //% "请离远一点"
            return qsTrId("camera.farther");
        case "still":
            //% "请拿稳，停一下"
            return qsTrId("camera.still");
        case "one":
            //% "一次只放一个码"
            return qsTrId("camera.one");
        default:
            //% "把码放进框里"
            return qsTrId("camera.aim");
        }
    }
    function shape(): string {
        switch (hint) {
        case "":
            return "scan";
        case "still":
            return "pause";
        default:
            return "aim_" + hint;
        }
    }

    Rectangle {
        width: view.side
        height: view.side
        color: Theme.colour.sunk
    }
    CameraPicture {
        width: view.side
        height: view.side
        camera: view.camera
    }
    // Outside the frame the picture is dimmed: four bands, cheaper to paint than one with a hole.
    Repeater {
        model: view.seen ? [Qt.rect(0, 0, view.side, view.rim), Qt.rect(0, view.side - view.rim, view.side, view.rim), Qt.rect(0, view.rim, view.rim, view.side - 2 * view.rim), Qt.rect(view.side - view.rim, view.rim, view.rim, view.side - 2 * view.rim)] : []

        Rectangle {
            required property rect modelData

            x: modelData.x
            y: modelData.y
            width: modelData.width
            height: modelData.height
            color: Theme.aimDim
        }
    }
    Drawing {
        x: view.rim - width * 1.37 / 24
        y: x
        width: Math.round((view.side - 2 * view.rim) * 24 / (24 - 2 * 1.37))
        height: width
        name: "scan_corners"
        ink: view.seen ? Theme.aimCorners : Theme.colour.brand
    }
    Row {
        x: Theme.portrait ? 0 : view.side + Theme.gutter
        y: Theme.portrait ? view.side + Theme.spaceS : Theme.spaceS
        width: Theme.portrait ? view.side : view.width - x
        spacing: Theme.spaceS

        Icon {
            id: sign

            name: view.shape()
            size: Theme.iconButton
            ink: view.hint === "" ? Theme.colour.inkSoft : Theme.colour.ink
        }
        StyledText {
            width: parent.width - sign.width - parent.spacing
            typeStyle: Theme.body
            font.weight: view.hint === "" ? Font.Normal : Font.Bold
            color: view.hint === "" ? Theme.colour.inkSoft : Theme.colour.ink
            text: view.advice()
        }
    }
}
