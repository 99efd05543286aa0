"""What the gallery shows: its sections, the states, the names of all drawings, colours and type styles."""

from __future__ import annotations

import re

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.words import Words
from kiosk.ui import drawings, resources

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

SECTIONS = {
    "buttons": Words("按钮", "Buttons"),
    "choices": Words("选择", "Choices"),
    "entry": Words("输入", "Entry"),
    "frame": Words("版面", "Frame"),
    "signs": Words("标志", "Signs"),
    "type": Words("文字", "Type"),
    "colours": Words("颜色", "Colours"),
}
"""A file `qml/gallery/<Name>Section.qml` each."""
STATES = {
    "rest": Words("平常", "at rest"),
    "pressed": Words("按下", "pressed"),
    "focused": Words("键盘选中", "focused"),
    "on": Words("已选", "on"),
    "disabled": Words("不可用", "disabled"),
}
WORDS = {
    "title": Words("控件陈列", "Gallery"),
    "turn": Words("横竖屏", "Turn the screen"),
    "print": Words("打印胸卡", "Print badge"),
    "pause": Words("暂停入场", "Pause entry"),
    "next": Words("下一步", "Next"),
    "back": Words("上一步", "Back"),
    "leave": Words("取消", "Cancel"),
    "find": Words("找展位", "Find a stall"),
    "find_how": Words("搜单位、岗位、专业", "Search employers, jobs, majors"),
    "zone": Words("专精特新", "Specialist SMEs"),
    "walk": Words("步行", "Walking"),
    "lift": Words("无台阶", "Step-free"),
    "desk": Words("请到 4 号服务台", "Please go to desk 4"),
    "desk_how": Words("工作人员帮您查预约", "Staff will look for your booking"),
    "question": Words("您的学号？", "Student number?"),
    "how": Words("和预约时填的一样", "As in your booking"),
    "problem": Words("没有对上，请再输一次", "That did not match, please try again"),
    "hint": Words("点这里输入", "Touch to type"),
    "name": Words("北京科技大学", "Beijing Science University"),
    "sample": Words("请扫码签到 Aa 12", "Scan to check in 12"),
    "plain": Words("普通", "plain"),
    "primary": Words("主要", "primary"),
    "alarming": Words("警示", "alarming"),
    "on_brand": Words("深色底上", "on brand"),
    "icon": Words("只有图标", "icon only"),
    "foot": Words("底栏", "foot"),
    "stay_zh": Words("继续使用", "继续使用"),
    "stay_en": Words("Stay", "Stay"),
    "chip": Words("标签", "chips"),
    "segments": Words("分段", "segments"),
    "rows": Words("下一步列表", "next steps"),
    "home_card": Words("首页卡片", "home cards"),
    "pad": Words("数字键", "digit pad"),
    "boxes": Words("数字格", "digit boxes"),
    "number": Words("号码栏", "number field"),
    "text": Words("文字栏", "text field"),
    "empty": Words("空", "empty"),
    "filled": Words("已填", "filled"),
    "question_word": Words("提问", "question"),
    "button_row": Words("按钮行", "button row"),
    "pager": Words("翻页", "pager"),
    "pages": Words("第 1 到 5 个，共 24 个", "1 to 5 of 24"),
    "card": Words("卡片", "card"),
    "verdicts": Words("结论图形", "verdict shapes"),
    "zones": Words("展区标志", "zone signs"),
    "rings": Words("剩余时间", "time left"),
    "scan": Words("扫码标志", "scan sign"),
    "icons": Words("图标", "icons"),
}
VERDICTS = ("admit", "notice", "refuse", "staff")
ZONES = "ABCDEF"
_TYPE_STYLE = re.compile(r"readonly property TypeStyle (\w+): TypeStyle")
_COLOUR = re.compile(r"required property color (\w+)")


@QmlElement
class GallerySamples(QObject):
    """Everything that the gallery's pages name, in a language."""

    languageChanged = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._language = "zh"

    def _get_language(self):
        return self._language

    def _set_language(self, language):
        if language != self._language:
            self._language = language
            self.languageChanged.emit()

    language = Property(str, _get_language, _set_language, notify=languageChanged)

    @Property("QVariantMap", notify=languageChanged)
    def words(self):
        """Texts by key."""
        return {key: words.of(self._language) for key, words in WORDS.items()}

    @Property("QVariantList", notify=languageChanged)
    def sections(self):
        """Of each section its id, name and file."""
        return [
            {"id": key, "name": words.of(self._language), "file": f"{key.title()}Section.qml"}
            for key, words in SECTIONS.items()
        ]

    @Property("QVariantList", notify=languageChanged)
    def states(self):
        """Of each state its id and name."""
        return [{"id": key, "name": words.of(self._language)} for key, words in STATES.items()]

    @Property("QVariantList", constant=True)
    def icons(self):
        """Every drawing but verdicts, zones' shapes and pictures."""
        other = re.compile(r"verdict_|.*_art$|scan_|circle|square|diamond|triangle|hexagon|pentagon")
        return sorted(name for name in drawings.names() if not other.match(name))

    @Property("QVariantList", constant=True)
    def verdicts(self):
        """The four verdicts."""
        return list(VERDICTS)

    @Property("QVariantList", constant=True)
    def zones(self):
        """The letters of zones that have a colour."""
        return list(ZONES)

    @Property("QVariantList", constant=True)
    def typeStyles(self):
        """Every type style of Theme."""
        return _TYPE_STYLE.findall((resources.QML / "Kiosk" / "Theme.qml").read_text("utf-8"))

    @Property("QVariantList", constant=True)
    def colours(self):
        """Every colour of Theme's two sets."""
        return _COLOUR.findall((resources.QML / "Kiosk" / "ColourSet.qml").read_text("utf-8"))
