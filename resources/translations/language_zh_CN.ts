<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="counted.badges" numerus="yes">
        <source>%1 张胸卡</source>
        <translation>
            <numerusform>%1 张胸卡</numerusform>
        </translation>
    </message>
    <message id="counted.sheets" numerus="yes">
        <source>%1 张纸</source>
        <translation>
            <numerusform>%1 张纸</numerusform>
        </translation>
    </message>
    <message id="counted.stalls" numerus="yes">
        <source>%1 个展位</source>
        <translation>
            <numerusform>%1 个展位</numerusform>
        </translation>
    </message>
    <message id="counted.halls" numerus="yes">
        <source>%1 个展馆</source>
        <translation>
            <numerusform>%1 个展馆</numerusform>
        </translation>
    </message>
    <message id="foot.languages">
        <source>Language</source>
        <translation>Language</translation>
    </message>
</context>
</TS>
