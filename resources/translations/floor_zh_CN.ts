<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="floor.title">
        <source>展位与通道</source>
        <translation>展位与通道</translation>
    </message>
    <message id="floor.passages">
        <source>通道、电梯</source>
        <translation>通道、电梯</translation>
    </message>
    <message id="floor.stalls">
        <source>展位</source>
        <translation>展位</translation>
    </message>
    <message id="floor.sign_in">
        <source>单位签到</source>
        <translation>单位签到</translation>
    </message>
    <message id="floor.closed_count">
        <source>关着的通道、电梯</source>
        <translation>关着的通道、电梯</translation>
    </message>
    <message id="floor.cut_off">
        <source>走不到的展位</source>
        <translation>走不到的展位</translation>
    </message>
    <message id="floor.cut_off_step_free">
        <source>只能走台阶到的展位</source>
        <translation>只能走台阶到的展位</translation>
    </message>
    <message id="floor.failed">
        <source>场地的情况没有读出来</source>
        <translation>场地的情况没有读出来</translation>
    </message>
    <message id="floor.all_levels">
        <source>全部</source>
        <translation>全部</translation>
    </message>
    <message id="floor.search_hint">
        <source>展位号或单位</source>
        <translation>展位号或单位</translation>
    </message>
    <message id="floor.none_passages">
        <source>平面图上没有可以关闭的通道或电梯。</source>
        <translation>平面图上没有可以关闭的通道或电梯。</translation>
    </message>
    <message id="floor.none_on_level">
        <source>这一层没有可以关闭的通道或电梯。</source>
        <translation>这一层没有可以关闭的通道或电梯。</translation>
    </message>
    <message id="floor.none_free">
        <source>没有空展位了。</source>
        <translation>没有空展位了。</translation>
    </message>
    <message id="floor.none_stalls">
        <source>没有这样的展位。写展位号或单位名试试。</source>
        <translation>没有这样的展位。写展位号或单位名试试。</translation>
    </message>
    <message id="floor.closed_by">
        <source>%1 起关闭，%2</source>
        <translation>%1 起关闭，%2</translation>
    </message>
    <message id="floor.closed_since">
        <source>%1 起关闭</source>
        <translation>%1 起关闭</translation>
    </message>
    <message id="floor.open">
        <source>开放</source>
        <translation>开放</translation>
    </message>
    <message id="floor.close">
        <source>关闭</source>
        <translation>关闭</translation>
    </message>
    <message id="floor.guest">
        <source>从 %1 搬来</source>
        <translation>从 %1 搬来</translation>
    </message>
    <message id="floor.host_at">
        <source>原单位在 %1</source>
        <translation>原单位在 %1</translation>
    </message>
    <message id="floor.with">
        <source>、</source>
        <translation>、</translation>
    </message>
    <message id="floor.expected">
        <source>单位还没到</source>
        <translation>单位还没到</translation>
    </message>
    <message id="floor.present">
        <source>单位已到</source>
        <translation>单位已到</translation>
    </message>
    <message id="floor.late">
        <source>单位迟到</source>
        <translation>单位迟到</translation>
    </message>
    <message id="floor.released">
        <source>已收回</source>
        <translation>已收回</translation>
    </message>
    <message id="floor.moved">
        <source>已搬到 %1</source>
        <translation>已搬到 %1</translation>
    </message>
    <message id="floor.closed">
        <source>已关闭</source>
        <translation>已关闭</translation>
    </message>
    <message id="floor.closed_too">
        <source>已关闭</source>
        <translation>已关闭</translation>
    </message>
    <message id="floor.closed_there">
        <source>那里已关闭</source>
        <translation>那里已关闭</translation>
    </message>
    <message id="floor.and">
        <source>；</source>
        <translation>；</translation>
    </message>
    <message id="floor.free">
        <source>空展位</source>
        <translation>空展位</translation>
    </message>
    <message id="floor.close_asked">
        <source>关闭“%1”？</source>
        <translation>关闭“%1”？</translation>
    </message>
    <message id="floor.move_asked">
        <source>%1 搬到 %2？</source>
        <translation>%1 搬到 %2？</translation>
    </message>
    <message id="floor.move_where">
        <source>%1 搬到哪里？</source>
        <translation>%1 搬到哪里？</translation>
    </message>
    <message id="floor.move_how">
        <source>访客马上会被带到 %1。</source>
        <translation>访客马上会被带到 %1。</translation>
    </message>
    <message id="floor.move_pick">
        <source>请点选一个空展位。</source>
        <translation>请点选一个空展位。</translation>
    </message>
    <message id="floor.close_how">
        <source>所有路线马上改走别处。</source>
        <translation>所有路线马上改走别处。</translation>
    </message>
    <message id="floor.harm_both" numerus="yes">
        <source>所有路线马上改走别处。从本机走不到 %n 个展位，另有 %1 个只能走台阶。</source>
        <translation>
            <numerusform>所有路线马上改走别处。从本机走不到 %n 个展位，另有 %1 个只能走台阶。</numerusform>
        </translation>
    </message>
    <message id="floor.harm" numerus="yes">
        <source>所有路线马上改走别处。从本机走不到 %n 个展位。</source>
        <translation>
            <numerusform>所有路线马上改走别处。从本机走不到 %n 个展位。</numerusform>
        </translation>
    </message>
    <message id="floor.harm_step_free" numerus="yes">
        <source>所有路线马上改走别处。从本机去 %n 个展位只能走台阶。</source>
        <translation>
            <numerusform>所有路线马上改走别处。从本机去 %n 个展位只能走台阶。</numerusform>
        </translation>
    </message>
    <message id="floor.harm_none">
        <source>所有路线马上改走别处，每个展位都还走得到。</source>
        <translation>所有路线马上改走别处，每个展位都还走得到。</translation>
    </message>
    <message id="floor.close_not">
        <source>不关</source>
        <translation>不关</translation>
    </message>
    <message id="floor.move_other">
        <source>换一个</source>
        <translation>换一个</translation>
    </message>
    <message id="floor.move_not">
        <source>不搬</source>
        <translation>不搬</translation>
    </message>
    <message id="floor.choose_not">
        <source>收起</source>
        <translation>收起</translation>
    </message>
    <message id="floor.close_sure">
        <source>确认关闭</source>
        <translation>确认关闭</translation>
    </message>
    <message id="floor.move_sure">
        <source>确认搬到 %1</source>
        <translation>确认搬到 %1</translation>
    </message>
    <message id="floor.stall_open">
        <source>重新开放</source>
        <translation>重新开放</translation>
    </message>
    <message id="floor.stall_close">
        <source>关闭展位</source>
        <translation>关闭展位</translation>
    </message>
    <message id="floor.move">
        <source>搬到别处</source>
        <translation>搬到别处</translation>
    </message>
    <message id="floor.move_back">
        <source>搬回 %1</source>
        <translation>搬回 %1</translation>
    </message>
    <message id="floor.to_floor">
        <source>去看看</source>
        <translation>去看看</translation>
    </message>
</context>
</TS>
