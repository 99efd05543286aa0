import QtQuick
import Kiosk

// Something that is otherwise than usual: a small shape before the words, never colour alone.
Row {
    id: notice

    required property string text
    required property TypeStyle typeStyle
    // Words of it stand in the first line's middle.
    readonly property int signTop: Math.round((typeStyle.line - sign.height) / 2)

    spacing: Theme.spaceS

    Drawing {
        id: sign

        y: notice.signTop
        width: Theme.iconNotice
        height: Theme.iconNotice
        name: "diamond"
        ink: Theme.shapeColour("notice")
    }
    StyledText {
        width: notice.width - sign.width - notice.spacing
        typeStyle: notice.typeStyle
        font.weight: Font.Bold
        text: notice.text
    }
}
