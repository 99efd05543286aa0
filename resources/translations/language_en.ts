<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="counted.badges" numerus="yes">
        <source>%1 张胸卡</source>
        <translation>
            <numerusform>%1 badge</numerusform>
            <numerusform>%1 badges</numerusform>
        </translation>
    </message>
    <message id="counted.sheets" numerus="yes">
        <source>%1 张纸</source>
        <translation>
            <numerusform>%1 sheet</numerusform>
            <numerusform>%1 sheets</numerusform>
        </translation>
    </message>
    <message id="counted.stalls" numerus="yes">
        <source>%1 个展位</source>
        <translation>
            <numerusform>%1 stall</numerusform>
            <numerusform>%1 stalls</numerusform>
        </translation>
    </message>
    <message id="counted.halls" numerus="yes">
        <source>%1 个展馆</source>
        <translation>
            <numerusform>%1 hall</numerusform>
            <numerusform>%1 halls</numerusform>
        </translation>
    </message>
    <message id="foot.languages">
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
</TS>
