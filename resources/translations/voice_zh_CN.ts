<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="foot.aloud">
        <source>朗读</source>
        <translation>朗读</translation>
    </message>
    <message id="foot.aloud_on">
        <source>朗读 开</source>
        <translation>朗读 开</translation>
    </message>
    <message id="voice.welcome">
        <source>朗读已打开。旁边的人也听得到，有耳机请插上。</source>
        <translation>朗读已打开。旁边的人也听得到，有耳机请插上。</translation>
    </message>
    <message id="voice.more" numerus="yes">
        <source>下面还有 %n 行</source>
        <translation>
            <numerusform>下面还有 %n 行</numerusform>
        </translation>
    </message>
    <message id="voice.key">
        <source>字符键，也可以用外接键盘输入</source>
        <translation>字符键，也可以用外接键盘输入</translation>
    </message>
    <message id="voice.typed" numerus="yes">
        <source>已输入 %n 位</source>
        <translation>
            <numerusform>已输入 %n 位</numerusform>
        </translation>
    </message>
    <message id="voice.on">
        <source>已选中</source>
        <translation>已选中</translation>
    </message>
    <message id="voice.off">
        <source>未选中</source>
        <translation>未选中</translation>
    </message>
    <message id="voice.field">
        <source>输入框</source>
        <translation>输入框</translation>
    </message>
    <message id="voice.button">
        <source>按钮</source>
        <translation>按钮</translation>
    </message>
    <message id="voice.map">
        <source>方向键移动，加减号缩放，回车选中间的</source>
        <translation>方向键移动，加减号缩放，回车选中间的</translation>
    </message>
    <message id="voice.disabled">
        <source>现在不能按</source>
        <translation>现在不能按</translation>
    </message>
</context>
</TS>
