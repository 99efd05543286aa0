<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="guard.pin_length" numerus="yes">
        <source>已输入 %n 位</source>
        <translation>
            <numerusform>%n digit entered</numerusform>
            <numerusform>%n digits entered</numerusform>
        </translation>
    </message>
    <message id="guard.log">
        <source>值班记录</source>
        <translation>Staff log</translation>
    </message>
    <message id="guard.log_how">
        <source>谁在什么时候办了什么。点一行，只看这个人。</source>
        <translation>Who did what, and when. Touch a line to see one person only.</translation>
    </message>
    <message id="guard.log_own">
        <source>您办过的事。别人办的，请负责人来查。</source>
        <translation>What you did. Ask the manager for what others did.</translation>
    </message>
    <message id="guard.topic_all">
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message id="guard.topic_door">
        <source>登录</source>
        <translation>Sign-ins</translation>
    </message>
    <message id="guard.topic_entry">
        <source>入场</source>
        <translation>Entry</translation>
    </message>
    <message id="guard.topic_badges">
        <source>证件</source>
        <translation>Badges</translation>
    </message>
    <message id="guard.topic_floor">
        <source>展位</source>
        <translation>Floor</translation>
    </message>
    <message id="guard.topic_kiosk">
        <source>机器</source>
        <translation>Kiosk</translation>
    </message>
    <message id="guard.only">
        <source>只看 %1</source>
        <translation>Only %1</translation>
    </message>
    <message id="guard.log_failed">
        <source>记录没有读出来</source>
        <translation>The log could not be read</translation>
    </message>
    <message id="guard.log_none">
        <source>这里还没有记录</source>
        <translation>Nothing here yet</translation>
    </message>
    <message id="guard.older">
        <source>再往前看</source>
        <translation>Further back</translation>
    </message>
    <message id="guard.page_more">
        <source>第 %1 到 %2 条，读出了 %3 条</source>
        <translation>%1 to %2 of the %3 read so far</translation>
    </message>
    <message id="guard.to_log">
        <source>看记录</source>
        <translation>See the log</translation>
    </message>
    <message id="guard.undo_asked">
        <source>刚才那次进出不算，人数一起改回。</source>
        <translation>That entry or exit does not count. The numbers go back too.</translation>
    </message>
    <message id="guard.act_undo">
        <source>撤销进出</source>
        <translation>Undo</translation>
    </message>
</context>
</TS>
