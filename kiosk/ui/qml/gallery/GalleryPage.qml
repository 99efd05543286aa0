pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Models

// Our own controls in each of their states, a section at a time. The foot's switches change how they look.
KioskPage {
    id: page

    property string section: samples.sections[0].id

    function show(id: string): void {
        section = id;
        list.contentY = 0;
    }
    // One screen further; whether there was one.
    function turn(): bool {
        const last = list.contentHeight - list.height;
        if (list.contentY >= last)
            return false;
        list.contentY = Math.min(last, list.contentY + list.height - Theme.spaceXl);
        return true;
    }
    function fileOf(id: string): url {
        return Qt.resolvedUrl(samples.sections.find(each => each.id === id).file);
    }

    title: samples.words.title

    GallerySamples {
        id: samples

        language: page.models.modes.language
    }
    Flickable {
        id: list

        anchors.top: parent.top
        anchors.topMargin: Theme.headHeight
        anchors.bottom: tabs.top
        anchors.bottomMargin: Theme.spaceS
        width: parent.width
        contentHeight: shown.height
        clip: true

        Loader {
            id: shown

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            source: page.fileOf(page.section)
            onLoaded: (item as GallerySection).samples = samples
        }
    }
    Flow {
        id: tabs

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.footHeight + Theme.spaceS
        spacing: Theme.targetGap

        Repeater {
            model: samples.sections

            Chip {
                required property var modelData

                text: modelData.name
                chosen: page.section === modelData.id
                onTapped: page.show(modelData.id)
            }
        }
        IconButton {
            icon: "rotate"
            name: samples.words.turn
            onTapped: {
                const across = page.Window.window.width;
                page.Window.window.width = page.Window.window.height;
                page.Window.window.height = across;
            }
        }
    }
}
