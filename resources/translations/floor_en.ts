<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="floor.title">
        <source>展位与通道</source>
        <translation>Floor</translation>
    </message>
    <message id="floor.passages">
        <source>通道、电梯</source>
        <translation>Aisles &amp; lifts</translation>
    </message>
    <message id="floor.stalls">
        <source>展位</source>
        <translation>Stalls</translation>
    </message>
    <message id="floor.sign_in">
        <source>单位签到</source>
        <translation>Sign-in</translation>
    </message>
    <message id="floor.closed_count">
        <source>关着的通道、电梯</source>
        <translation>Aisles and lifts closed</translation>
    </message>
    <message id="floor.cut_off">
        <source>走不到的展位</source>
        <translation>Stalls without a way</translation>
    </message>
    <message id="floor.cut_off_step_free">
        <source>只能走台阶到的展位</source>
        <translation>Stalls by steps only</translation>
    </message>
    <message id="floor.failed">
        <source>场地的情况没有读出来</source>
        <translation>The floor could not be read</translation>
    </message>
    <message id="floor.all_levels">
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message id="floor.search_hint">
        <source>展位号或单位</source>
        <translation>Stall number or employer</translation>
    </message>
    <message id="floor.none_passages">
        <source>平面图上没有可以关闭的通道或电梯。</source>
        <translation>The plan has no aisle or lift that can be closed.</translation>
    </message>
    <message id="floor.none_on_level">
        <source>这一层没有可以关闭的通道或电梯。</source>
        <translation>This level has no aisle or lift that can be closed.</translation>
    </message>
    <message id="floor.none_free">
        <source>没有空展位了。</source>
        <translation>No stall is free.</translation>
    </message>
    <message id="floor.none_stalls">
        <source>没有这样的展位。写展位号或单位名试试。</source>
        <translation>No such stall. Try a stall number or an employer.</translation>
    </message>
    <message id="floor.closed_by">
        <source>%1 起关闭，%2</source>
        <translation>Closed since %1 by %2</translation>
    </message>
    <message id="floor.closed_since">
        <source>%1 起关闭</source>
        <translation>Closed since %1</translation>
    </message>
    <message id="floor.open">
        <source>开放</source>
        <translation>Open</translation>
    </message>
    <message id="floor.close">
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message id="floor.guest">
        <source>从 %1 搬来</source>
        <translation>Moved here from %1</translation>
    </message>
    <message id="floor.host_at">
        <source>原单位在 %1</source>
        <translation>its own host at %1</translation>
    </message>
    <message id="floor.with">
        <source>、</source>
        <translation>, </translation>
    </message>
    <message id="floor.expected">
        <source>单位还没到</source>
        <translation>Host not here yet</translation>
    </message>
    <message id="floor.present">
        <source>单位已到</source>
        <translation>Host is here</translation>
    </message>
    <message id="floor.late">
        <source>单位迟到</source>
        <translation>Host is late</translation>
    </message>
    <message id="floor.released">
        <source>已收回</source>
        <translation>Released</translation>
    </message>
    <message id="floor.moved">
        <source>已搬到 %1</source>
        <translation>Now at %1</translation>
    </message>
    <message id="floor.closed">
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message id="floor.closed_too">
        <source>已关闭</source>
        <translation>stall closed</translation>
    </message>
    <message id="floor.closed_there">
        <source>那里已关闭</source>
        <translation>closed there</translation>
    </message>
    <message id="floor.and">
        <source>；</source>
        <translation>; </translation>
    </message>
    <message id="floor.free">
        <source>空展位</source>
        <translation>Free</translation>
    </message>
    <message id="floor.close_asked">
        <source>关闭“%1”？</source>
        <translation>Close %1?</translation>
    </message>
    <message id="floor.move_asked">
        <source>%1 搬到 %2？</source>
        <translation>Move %1 to %2?</translation>
    </message>
    <message id="floor.move_where">
        <source>%1 搬到哪里？</source>
        <translation>Where to move %1?</translation>
    </message>
    <message id="floor.move_how">
        <source>访客马上会被带到 %1。</source>
        <translation>Visitors are led to %1 at once.</translation>
    </message>
    <message id="floor.move_pick">
        <source>请点选一个空展位。</source>
        <translation>Choose a free stall.</translation>
    </message>
    <message id="floor.close_how">
        <source>所有路线马上改走别处。</source>
        <translation>Every way avoids it at once.</translation>
    </message>
    <message id="floor.harm_both" numerus="yes">
        <source>所有路线马上改走别处。从本机走不到 %n 个展位，另有 %1 个只能走台阶。</source>
        <translation>
            <numerusform>Every way avoids it at once. From here %n stall has no way, and %1 more only one with steps.</numerusform>
            <numerusform>Every way avoids it at once. From here %n stalls have no way, and %1 more only one with steps.</numerusform>
        </translation>
    </message>
    <message id="floor.harm" numerus="yes">
        <source>所有路线马上改走别处。从本机走不到 %n 个展位。</source>
        <translation>
            <numerusform>Every way avoids it at once. From here %n stall has no way.</numerusform>
            <numerusform>Every way avoids it at once. From here %n stalls have no way.</numerusform>
        </translation>
    </message>
    <message id="floor.harm_step_free" numerus="yes">
        <source>所有路线马上改走别处。从本机去 %n 个展位只能走台阶。</source>
        <translation>
            <numerusform>Every way avoids it at once. From here %n stall has only a way with steps.</numerusform>
            <numerusform>Every way avoids it at once. From here %n stalls have only a way with steps.</numerusform>
        </translation>
    </message>
    <message id="floor.harm_none">
        <source>所有路线马上改走别处，每个展位都还走得到。</source>
        <translation>Every way avoids it at once. Every stall can still be reached.</translation>
    </message>
    <message id="floor.close_not">
        <source>不关</source>
        <translation>Keep open</translation>
    </message>
    <message id="floor.move_other">
        <source>换一个</source>
        <translation>Another</translation>
    </message>
    <message id="floor.move_not">
        <source>不搬</source>
        <translation>Do not move</translation>
    </message>
    <message id="floor.choose_not">
        <source>收起</source>
        <translation>Done</translation>
    </message>
    <message id="floor.close_sure">
        <source>确认关闭</source>
        <translation>Close it</translation>
    </message>
    <message id="floor.move_sure">
        <source>确认搬到 %1</source>
        <translation>Move to %1</translation>
    </message>
    <message id="floor.stall_open">
        <source>重新开放</source>
        <translation>Open again</translation>
    </message>
    <message id="floor.stall_close">
        <source>关闭展位</source>
        <translation>Close stall</translation>
    </message>
    <message id="floor.move">
        <source>搬到别处</source>
        <translation>Move host</translation>
    </message>
    <message id="floor.move_back">
        <source>搬回 %1</source>
        <translation>Back to %1</translation>
    </message>
    <message id="floor.to_floor">
        <source>去看看</source>
        <translation>Go and see</translation>
    </message>
</context>
</TS>
