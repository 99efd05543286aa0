import QtQuick
import Kiosk
import Kiosk.Models

// A part of the gallery: rows of samples below each other.
Column {
    property GallerySamples samples: null
    readonly property var words: samples ? samples.words : ({})
    readonly property var conditions: samples ? samples.states : []

    spacing: Theme.spaceM
}
