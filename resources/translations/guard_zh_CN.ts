<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="guard.pin_length" numerus="yes">
        <source>已输入 %n 位</source>
        <translation>
            <numerusform>已输入 %n 位</numerusform>
        </translation>
    </message>
    <message id="guard.log">
        <source>值班记录</source>
        <translation>值班记录</translation>
    </message>
    <message id="guard.log_how">
        <source>谁在什么时候办了什么。点一行，只看这个人。</source>
        <translation>谁在什么时候办了什么。点一行，只看这个人。</translation>
    </message>
    <message id="guard.log_own">
        <source>您办过的事。别人办的，请负责人来查。</source>
        <translation>您办过的事。别人办的，请负责人来查。</translation>
    </message>
    <message id="guard.topic_all">
        <source>全部</source>
        <translation>全部</translation>
    </message>
    <message id="guard.topic_door">
        <source>登录</source>
        <translation>登录</translation>
    </message>
    <message id="guard.topic_entry">
        <source>入场</source>
        <translation>入场</translation>
    </message>
    <message id="guard.topic_badges">
        <source>证件</source>
        <translation>证件</translation>
    </message>
    <message id="guard.topic_floor">
        <source>展位</source>
        <translation>展位</translation>
    </message>
    <message id="guard.topic_kiosk">
        <source>机器</source>
        <translation>机器</translation>
    </message>
    <message id="guard.only">
        <source>只看 %1</source>
        <translation>只看 %1</translation>
    </message>
    <message id="guard.log_failed">
        <source>记录没有读出来</source>
        <translation>记录没有读出来</translation>
    </message>
    <message id="guard.log_none">
        <source>这里还没有记录</source>
        <translation>这里还没有记录</translation>
    </message>
    <message id="guard.older">
        <source>再往前看</source>
        <translation>再往前看</translation>
    </message>
    <message id="guard.page_more">
        <source>第 %1 到 %2 条，读出了 %3 条</source>
        <translation>第 %1 到 %2 条，读出了 %3 条</translation>
    </message>
    <message id="guard.to_log">
        <source>看记录</source>
        <translation>看记录</translation>
    </message>
    <message id="guard.undo_asked">
        <source>刚才那次进出不算，人数一起改回。</source>
        <translation>刚才那次进出不算，人数一起改回。</translation>
    </message>
    <message id="guard.act_undo">
        <source>撤销进出</source>
        <translation>撤销进出</translation>
    </message>
</context>
</TS>
