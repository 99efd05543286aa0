import QtQuick
import Kiosk

KioskPage {
}
