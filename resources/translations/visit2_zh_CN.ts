<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="attract.paused_zh">
        <source>入场暂停</source>
        <translation>入场暂停</translation>
    </message>
    <message id="attract.full_zh">
        <source>馆内已满</source>
        <translation>馆内已满</translation>
    </message>
    <message id="attract.not_open_zh">
        <source>还没开门</source>
        <translation>还没开门</translation>
    </message>
    <message id="attract.other_day_zh">
        <source>今天不开放</source>
        <translation>今天不开放</translation>
    </message>
    <message id="attract.over_zh">
        <source>今天已结束</source>
        <translation>今天已结束</translation>
    </message>
    <message id="attract.wait_zh">
        <source>请在这里稍候，恢复后再扫码</source>
        <translation>请在这里稍候，恢复后再扫码</translation>
    </message>
    <message id="attract.opens_zh">
        <source>%1 开门。现在可以先找展位、看日程</source>
        <translation>%1 开门。现在可以先找展位、看日程</translation>
    </message>
    <message id="attract.meanwhile_zh">
        <source>现在可以先找展位、看日程</source>
        <translation>现在可以先找展位、看日程</translation>
    </message>
    <message id="attract.paused_en">
        <source>Entry is paused. Please wait here.</source>
        <translation>Entry is paused. Please wait here.</translation>
    </message>
    <message id="attract.full_en">
        <source>The hall is full. Please wait here.</source>
        <translation>The hall is full. Please wait here.</translation>
    </message>
    <message id="attract.opens_en">
        <source>Doors open at %1. Look around here.</source>
        <translation>Doors open at %1. Look around here.</translation>
    </message>
    <message id="attract.opens_on_zh">
        <source>%1 %2 开门。现在可以先找展位、看日程</source>
        <translation>%1 %2 开门。现在可以先找展位、看日程</translation>
    </message>
    <message id="attract.opens_on_en">
        <source>Opens %1 at %2. Look around here.</source>
        <translation>Opens %1 at %2. Look around here.</translation>
    </message>
    <message id="attract.over_en">
        <source>Over for today. Look around here.</source>
        <translation>Over for today. Look around here.</translation>
    </message>
    <message id="attract.badge_zh">
        <source>打印胸卡</source>
        <translation>打印胸卡</translation>
    </message>
    <message id="attract.badge_en">
        <source>Print a badge</source>
        <translation>Print a badge</translation>
    </message>
    <message id="attract.stall_zh">
        <source>找展位</source>
        <translation>找展位</translation>
    </message>
    <message id="attract.stall_en">
        <source>Find a stall</source>
        <translation>Find a stall</translation>
    </message>
    <message id="attract.programme_zh">
        <source>看日程</source>
        <translation>看日程</translation>
    </message>
    <message id="attract.programme_en">
        <source>Programme</source>
        <translation>Programme</translation>
    </message>
    <message id="attract.leave_zh">
        <source>离场</source>
        <translation>离场</translation>
    </message>
    <message id="attract.leave_en">
        <source>Leave</source>
        <translation>Leave</translation>
    </message>
    <message id="attract.get_badge_zh">
        <source>领胸卡</source>
        <translation>领胸卡</translation>
    </message>
    <message id="attract.get_badge_en">
        <source>Get a badge</source>
        <translation>Get a badge</translation>
    </message>
    <message id="attract.check_in_zh">
        <source>签到</source>
        <translation>签到</translation>
    </message>
    <message id="attract.check_in_en">
        <source>Check in</source>
        <translation>Check in</translation>
    </message>
    <message id="attract.today_zh">
        <source>今日日程</source>
        <translation>今日日程</translation>
    </message>
    <message id="attract.today_en">
        <source>On today</source>
        <translation>On today</translation>
    </message>
    <message id="attract.over_tomorrow_zh">
        <source>今天的活动都结束了，明天还有</source>
        <translation>今天的活动都结束了，明天还有</translation>
    </message>
    <message id="attract.over_tomorrow_en">
        <source>That was today's programme. Tomorrow:</source>
        <translation>That was today's programme. Tomorrow:</translation>
    </message>
    <message id="attract.tomorrow_zh">
        <source>明天的日程</source>
        <translation>明天的日程</translation>
    </message>
    <message id="attract.tomorrow_en">
        <source>On tomorrow</source>
        <translation>On tomorrow</translation>
    </message>
    <message id="attract.later_zh">
        <source>%1 的日程</source>
        <translation>%1 的日程</translation>
    </message>
    <message id="attract.later_en">
        <source>On %1</source>
        <translation>On %1</translation>
    </message>
    <message id="attract.day_over_zh">
        <source>今天的活动都结束了，谢谢您来</source>
        <translation>今天的活动都结束了，谢谢您来</translation>
    </message>
    <message id="attract.day_over_en">
        <source>That was today's programme. Thank you for coming.</source>
        <translation>That was today's programme. Thank you for coming.</translation>
    </message>
    <message id="attract.now">
        <source>正在进行 Now</source>
        <translation>正在进行 Now</translation>
    </message>
    <message id="help.desk_way">
        <source>最近的服务台怎么走</source>
        <translation>最近的服务台怎么走</translation>
    </message>
    <message id="help.desk_way_how">
        <source>约 %1 米，%2 分钟，点这里看地图</source>
        <translation>约 %1 米，%2 分钟，点这里看地图</translation>
    </message>
    <message id="help.no_code">
        <source>没有码，码打不开？</source>
        <translation>没有码，码打不开？</translation>
    </message>
    <message id="help.no_code_how">
        <source>输入登记码、学号或姓名，也可以现场登记</source>
        <translation>输入登记码、学号或姓名，也可以现场登记</translation>
    </message>
    <message id="help.no_code_how_bare">
        <source>输入登记码、学号或姓名</source>
        <translation>输入登记码、学号或姓名</translation>
    </message>
    <message id="home.low_paused">
        <source>入场
暂停</source>
        <translation>入场
暂停</translation>
    </message>
    <message id="home.low_full">
        <source>馆内
已满</source>
        <translation>馆内
已满</translation>
    </message>
    <message id="home.low_not_open">
        <source>还没
开门</source>
        <translation>还没
开门</translation>
    </message>
    <message id="home.low_other_day">
        <source>今天
不开放</source>
        <translation>今天
不开放</translation>
    </message>
    <message id="home.low_over">
        <source>今天
已结束</source>
        <translation>今天
已结束</translation>
    </message>
    <message id="entry.choose">
        <source>请在键盘上方点选汉字</source>
        <translation>请在键盘上方点选汉字</translation>
    </message>
    <message id="help.staff_tile">
        <source>工作人员</source>
        <translation>工作人员</translation>
    </message>
    <message id="help.staff_sign_in">
        <source>登录</source>
        <translation>登录</translation>
    </message>
</context>
</TS>
