import QtQuick

// What can be touched. Touch answers in the same frame: `pressed` changes tone, nothing moves.
Item {
    id: tap

    readonly property alias pressed: area.pressed
    property string name: ""
    property bool pressKeepsFocus: true

    signal tapped

    Accessible.role: Accessible.Button
    Accessible.name: tap.name
    Accessible.onPressAction: tap.tapped()

    MouseArea {
        id: area

        anchors.fill: parent
        onClicked: tap.tapped()
    }
}
