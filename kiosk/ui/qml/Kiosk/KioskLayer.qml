import QtQuick
import Kiosk.Models

// What lies over the page. It is empty until the window gives it the view-models.
Item {
    property Models models: null
    // What the page is to say for it, where it has a word.
    property string words: ""

    // Keys are for this layer from now on.
    function takeFocus(): void {
        forceActiveFocus();
    }
}
