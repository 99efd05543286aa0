import QtQuick
import Kiosk
import Kiosk.Models

// What the camera sees, as in a mirror, with the frame to hold a code into; a shape in its corner where a word
// helps. Loaded only where a camera is set: its types are registered then.
KioskLayer {
    id: picture

    // No words stand beside it.
    property bool alone: true
    readonly property CameraModel camera: models !== null ? models.camera : null
    readonly property string hint: camera !== null ? camera.hint : ""
    readonly property bool seen: camera !== null && camera.working
    readonly property int side: Math.min(width, height)
    // devices.camera.plane.AIMED_SHARE: what is in the middle is measured, and counts first.
    readonly property int rim: Math.round(side * (1 - Theme.aimShare) / 2)
    readonly property AimWords aim: AimWords {
        hint: picture.hint
    }

    words: aim.words

    Rectangle {
        width: picture.side
        height: picture.side
        color: Theme.colour.sunk
    }
    CameraPicture {
        width: picture.side
        height: picture.side
        camera: picture.camera
    }
    // Outside the frame the picture is dimmed: four bands, cheaper to paint than one with a hole.
    Repeater {
        model: picture.seen ? [Qt.rect(0, 0, picture.side, picture.rim), Qt.rect(0, picture.side - picture.rim, picture.side, picture.rim), Qt.rect(0, picture.rim, picture.rim, picture.side - 2 * picture.rim), Qt.rect(picture.side - picture.rim, picture.rim, picture.rim, picture.side - 2 * picture.rim)] : []

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
        readonly property int frame: picture.side - 2 * picture.rim

        x: picture.rim - Math.round((width - frame) / 2)
        y: x
        width: Math.round(frame * Theme.aimCornersOutside)
        height: width
        name: "scan_corners"
        ink: picture.seen ? Theme.aimCorners : Theme.colour.brand
    }
    Rectangle {
        x: picture.side - width
        y: picture.side - height
        width: Theme.iconButton + 2 * Theme.spaceXs
        height: width
        color: Theme.colour.raised
        visible: picture.alone && picture.hint !== ""

        Icon {
            anchors.centerIn: parent
            name: picture.aim.sign
        }
    }
}
