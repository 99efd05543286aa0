import QtQuick
import Kiosk

// Shows which control the keyboard would touch: a line of brand round one of paper, so that it is seen on
// paper and on brand. One for the whole window.
Rectangle {
    id: ring

    property Tap target: Window.activeFocusItem as Tap

    function place(): void {
        const out = Theme.focusGap + Theme.focusLine;
        const at = target.mapToItem(parent, -out, -out);
        x = at.x;
        y = at.y;
        width = target.width + 2 * out;
        height = target.height + 2 * out;
    }

    z: 1
    visible: target !== null
    color: "transparent"
    radius: Theme.radiusControl + Theme.focusGap + Theme.focusLine
    border.width: Theme.focusLine
    border.color: Theme.colour.brand

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.focusLine
        color: "transparent"
        radius: Theme.radiusControl + Theme.focusGap
        border.width: Theme.focusGap
        border.color: Theme.colour.raised
    }
    // Follows its control wherever that moves; while nothing has the focus, this costs nothing.
    Connections {
        function onAfterAnimating(): void {
            ring.place();
        }

        target: ring.Window.window
        enabled: ring.visible
    }
}
