import QtQuick
import Kiosk.Models

// What lies over the page. It is empty until the window gives it the view-models.
Item {
    property Models models: null

    // Keys are for this layer from now on.
    function takeFocus(): void {
        forceActiveFocus();
    }
}
