import QtQuick
import Kiosk

// The camera's picture, and beside or below it a word of help.
KioskLayer {
    id: view

    readonly property string hint: models !== null ? models.aimHint : ""
    readonly property int side: Math.min(width, height, Theme.aimSide)
    readonly property AimWords aim: AimWords {
        hint: view.hint
    }

    AimingPicture {
        width: view.side
        height: view.side
        alone: false
        models: view.models
    }
    Row {
        x: Theme.portrait ? 0 : view.side + Theme.gutter
        y: Theme.portrait ? view.side + Theme.spaceS : Theme.spaceS
        width: Theme.portrait ? view.side : view.width - x
        spacing: Theme.spaceS

        Icon {
            id: sign

            name: view.aim.sign
            ink: view.hint === "" ? Theme.colour.inkSoft : Theme.colour.ink
        }
        StyledText {
            width: parent.width - sign.width - parent.spacing
            typeStyle: Theme.body
            font.weight: view.hint === "" ? Font.Normal : Font.Bold
            color: view.hint === "" ? Theme.colour.inkSoft : Theme.colour.ink
            //% "把码放进框里"
            text: view.hint === "" ? qsTrId("camera.aim") : view.aim.words
        }
    }
}
