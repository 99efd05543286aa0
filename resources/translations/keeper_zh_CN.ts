<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="keeper.here">
        <source>本机在这里</source>
        <translation>本机在这里</translation>
    </message>
    <message id="keeper.at_gate">
        <source>入口：%1</source>
        <translation>入口：%1</translation>
    </message>
    <message id="keeper.place_moving">
        <source>正在换位置，几秒就好。</source>
        <translation>正在换位置，几秒就好。</translation>
    </message>
    <message id="keeper.place_moved">
        <source>换好了：本机在%1，入口：%2。路线从这里算起。</source>
        <translation>换好了：本机在%1，入口：%2。路线从这里算起。</translation>
    </message>
    <message id="keeper.place_not_kept">
        <source>位置没有换，请再试一次。</source>
        <translation>位置没有换，请再试一次。</translation>
    </message>
    <message id="keeper.place_how">
        <source>本机在%1，入口：%2。在图上或表里点一下就能换。</source>
        <translation>本机在%1，入口：%2。在图上或表里点一下就能换。</translation>
    </message>
    <message id="keeper.place_failed">
        <source>平面图没有读出来</source>
        <translation>平面图没有读出来</translation>
    </message>
    <message id="keeper.places">
        <source>机位</source>
        <translation>机位</translation>
    </message>
    <message id="keeper.not_yet">
        <source>再看看</source>
        <translation>再看看</translation>
    </message>
    <message id="keeper.stand_here">
        <source>本机站在这里</source>
        <translation>本机站在这里</translation>
    </message>
    <message id="keeper.runs_own">
        <source>本机自己走的时间</source>
        <translation>本机自己走的时间</translation>
    </message>
    <message id="keeper.runs_unsure">
        <source>本机自己走的时间；机器关过，请核对</source>
        <translation>本机自己走的时间；机器关过，请核对</translation>
    </message>
    <message id="keeper.runs_sample">
        <source>示例活动的时间</source>
        <translation>示例活动的时间</translation>
    </message>
    <message id="keeper.runs_machine">
        <source>跟着系统的时间</source>
        <translation>跟着系统的时间</translation>
    </message>
    <message id="keeper.year_day">
        <source>%1 年 %2</source>
        <translation>%1 年 %2</translation>
    </message>
    <message id="keeper.time_failed">
        <source>时间的情况没有读出来</source>
        <translation>时间的情况没有读出来</translation>
    </message>
    <message id="keeper.time_behind">
        <source>本机最新的记录是 %1，比现在晚。核对前所有人都转人工。</source>
        <translation>本机最新的记录是 %1，比现在晚。核对前所有人都转人工。</translation>
    </message>
    <message id="keeper.time_confirmed">
        <source>时间已确认，照常入场。</source>
        <translation>时间已确认，照常入场。</translation>
    </message>
    <message id="keeper.time_not_done">
        <source>没有改成，请再试一次。</source>
        <translation>没有改成，请再试一次。</translation>
    </message>
    <message id="keeper.time_change">
        <source>改时间</source>
        <translation>改时间</translation>
    </message>
    <message id="keeper.time_right">
        <source>时间没错</source>
        <translation>时间没错</translation>
    </message>
    <message id="keeper.day">
        <source>日期</source>
        <translation>日期</translation>
    </message>
    <message id="keeper.time">
        <source>时间</source>
        <translation>时间</translation>
    </message>
    <message id="keeper.time_set">
        <source>设成这个时间</source>
        <translation>设成这个时间</translation>
    </message>
    <message id="keeper.time_keep">
        <source>不改了</source>
        <translation>不改了</translation>
    </message>
    <message id="keeper.time_early">
        <source>这个时间比记录早</source>
        <translation>这个时间比记录早</translation>
    </message>
    <message id="keeper.time_anyway">
        <source>照这个时间改</source>
        <translation>照这个时间改</translation>
    </message>
    <message id="keeper.fair_here">
        <source>正在用</source>
        <translation>正在用</translation>
    </message>
    <message id="keeper.fair_today">
        <source>今天</source>
        <translation>今天</translation>
    </message>
    <message id="keeper.fair_over">
        <source>已结束</source>
        <translation>已结束</translation>
    </message>
    <message id="keeper.rehearsing">
        <source>现在是演练</source>
        <translation>现在是演练</translation>
    </message>
    <message id="keeper.not_rehearsing">
        <source>现在不是演练</source>
        <translation>现在不是演练</translation>
    </message>
    <message id="keeper.rehearsing_how">
        <source>已放行 %1 人次，都不计入活动。每一页上面都写着“演练”。</source>
        <translation>已放行 %1 人次，都不计入活动。每一页上面都写着“演练”。</translation>
    </message>
    <message id="keeper.rehearsal_how">
        <source>演练时一切照常记录，但哪里都不计数；正式开门前请结束演练。</source>
        <translation>演练时一切照常记录，但哪里都不计数；正式开门前请结束演练。</translation>
    </message>
    <message id="keeper.unread">
        <source>读不出来的资料包有 %1 个，请重新拷贝、安装。</source>
        <translation>读不出来的资料包有 %1 个，请重新拷贝、安装。</translation>
    </message>
    <message id="keeper.fair_failed">
        <source>装着的活动没有读出来</source>
        <translation>装着的活动没有读出来</translation>
    </message>
    <message id="keeper.rehearsal_end">
        <source>结束演练</source>
        <translation>结束演练</translation>
    </message>
    <message id="keeper.rehearsal_begin">
        <source>开始演练</source>
        <translation>开始演练</translation>
    </message>
    <message id="keeper.fair_not_kept">
        <source>没有换成，请再试一次。</source>
        <translation>没有换成，请再试一次。</translation>
    </message>
    <message id="keeper.fairs">
        <source>装着的活动</source>
        <translation>装着的活动</translation>
    </message>
    <message id="keeper.fair_asked">
        <source>换到“%1”？</source>
        <translation>换到“%1”？</translation>
    </message>
    <message id="keeper.end_asked">
        <source>结束演练？</source>
        <translation>结束演练？</translation>
    </message>
    <message id="keeper.begin_asked">
        <source>开始演练？</source>
        <translation>开始演练？</translation>
    </message>
    <message id="keeper.fair_detail">
        <source>本机会退出登录，几秒后在那场活动上重新开始。这场的记录都留着。</source>
        <translation>本机会退出登录，几秒后在那场活动上重新开始。这场的记录都留着。</translation>
    </message>
    <message id="keeper.end_detail">
        <source>演练的记录留在日志里，哪里都不计数；演练时打的胸卡在活动上不能用。本机会退出登录，几秒后正式开始。</source>
        <translation>演练的记录留在日志里，哪里都不计数；演练时打的胸卡在活动上不能用。本机会退出登录，几秒后正式开始。</translation>
    </message>
    <message id="keeper.begin_detail">
        <source>从现在起都不计数，直到您结束演练。本机会退出登录，几秒后重新开始。</source>
        <translation>从现在起都不计数，直到您结束演练。本机会退出登录，几秒后重新开始。</translation>
    </message>
    <message id="keeper.fair_sure">
        <source>换到这场</source>
        <translation>换到这场</translation>
    </message>
    <message id="keeper.may_off">
        <source>可以关机</source>
        <translation>可以关机</translation>
    </message>
    <message id="keeper.may_off_look">
        <source>可以关机，请先看一眼</source>
        <translation>可以关机，请先看一眼</translation>
    </message>
    <message id="keeper.better_wait">
        <source>先别关，等一等更稳妥</source>
        <translation>先别关，等一等更稳妥</translation>
    </message>
    <message id="keeper.power_failed">
        <source>能不能关机没有读出来</source>
        <translation>能不能关机没有读出来</translation>
    </message>
    <message id="keeper.wait">
        <source>再等等，先不关</source>
        <translation>再等等，先不关</translation>
    </message>
    <message id="keeper.to_stick">
        <source>先拷到 U 盘</source>
        <translation>先拷到 U 盘</translation>
    </message>
    <message id="keeper.again">
        <source>重新启动本程序</source>
        <translation>重新启动本程序</translation>
    </message>
    <message id="keeper.off">
        <source>关机</source>
        <translation>关机</translation>
    </message>
    <message id="keeper.off_anyway">
        <source>还是要关机</source>
        <translation>还是要关机</translation>
    </message>
    <message id="keeper.again_asked">
        <source>重新启动本程序？</source>
        <translation>重新启动本程序？</translation>
    </message>
    <message id="keeper.off_asked">
        <source>关掉本机？</source>
        <translation>关掉本机？</translation>
    </message>
    <message id="keeper.again_detail">
        <source>扫码停几秒，然后自己回来。已记下的都不会丢。</source>
        <translation>扫码停几秒，然后自己回来。已记下的都不会丢。</translation>
    </message>
    <message id="keeper.off_detail">
        <source>不再扫码；备份一次，存好，然后关电源。已记下的都不会丢。</source>
        <translation>不再扫码；备份一次，存好，然后关电源。已记下的都不会丢。</translation>
    </message>
    <message id="keeper.diagonal">
        <source>屏幕对角线</source>
        <translation>屏幕对角线</translation>
    </message>
    <message id="keeper.inches">
        <source>%1 英寸</source>
        <translation>%1 英寸</translation>
    </message>
    <message id="keeper.picture">
        <source>画面</source>
        <translation>画面</translation>
    </message>
    <message id="keeper.least_target">
        <source>最小的按钮</source>
        <translation>最小的按钮</translation>
    </message>
    <message id="keeper.low_height">
        <source>低位时最高的按钮离地</source>
        <translation>低位时最高的按钮离地</translation>
    </message>
    <message id="keeper.small">
        <source>按钮小于 20 毫米，手指不容易点准：请换 27 英寸以上的屏幕，或请访客用大字。</source>
        <translation>按钮小于 20 毫米，手指不容易点准：请换 27 英寸以上的屏幕，或请访客用大字。</translation>
    </message>
    <message id="keeper.high">
        <source>坐轮椅的访客够不到 1,200 毫米以上：请把屏幕装低一些。</source>
        <translation>坐轮椅的访客够不到 1,200 毫米以上：请把屏幕装低一些。</translation>
    </message>
    <message id="keeper.measure">
        <source>用银行卡量一量</source>
        <translation>用银行卡量一量</translation>
    </message>
    <message id="keeper.brightness">
        <source>屏幕亮度</source>
        <translation>屏幕亮度</translation>
    </message>
    <message id="keeper.darker">
        <source>调暗</source>
        <translation>调暗</translation>
    </message>
    <message id="keeper.brighter">
        <source>调亮</source>
        <translation>调亮</translation>
    </message>
    <message id="keeper.brightness_how">
        <source>亮度请在屏幕自带的按键上调：站在屏幕前两步，白底不刺眼、字看得清就好；窗边的机器白天要再亮一档。</source>
        <translation>亮度请在屏幕自带的按键上调：站在屏幕前两步，白底不刺眼、字看得清就好；窗边的机器白天要再亮一档。</translation>
    </message>
    <message id="keeper.card_how">
        <source>把一张银行卡（或身份证、公交卡）贴在框上，调到框和卡一样大。</source>
        <translation>把一张银行卡（或身份证、公交卡）贴在框上，调到框和卡一样大。</translation>
    </message>
    <message id="keeper.card_shrink">
        <source>框小一点</source>
        <translation>框小一点</translation>
    </message>
    <message id="keeper.card_grow">
        <source>框大一点</source>
        <translation>框大一点</translation>
    </message>
    <message id="keeper.card_stop">
        <source>不量了</source>
        <translation>不量了</translation>
    </message>
    <message id="keeper.card_fits">
        <source>一样大：%1 英寸</source>
        <translation>一样大：%1 英寸</translation>
    </message>
    <message id="keeper.leaving_done">
        <source>本机可以关掉了</source>
        <translation>本机可以关掉了</translation>
    </message>
    <message id="keeper.leaving_again">
        <source>本机马上回来</source>
        <translation>本机马上回来</translation>
    </message>
    <message id="keeper.leaving">
        <source>本机正在关机</source>
        <translation>本机正在关机</translation>
    </message>
    <message id="keeper.leaving_how">
        <source>请用别的机器。已记下的签到不会丢。</source>
        <translation>请用别的机器。已记下的签到不会丢。</translation>
    </message>
    <message id="keeper.leaving_again_how">
        <source>请稍候几秒。已记下的签到不会丢。</source>
        <translation>请稍候几秒。已记下的签到不会丢。</translation>
    </message>
    <message id="keeper.turn_off">
        <source>工作人员请关电源</source>
        <translation>工作人员请关电源</translation>
    </message>
    <message id="keeper.volume">
        <source>音量</source>
        <translation>音量</translation>
    </message>
    <message id="keeper.silent">
        <source>静音</source>
        <translation>静音</translation>
    </message>
    <message id="keeper.quieter">
        <source>小声一点</source>
        <translation>小声一点</translation>
    </message>
    <message id="keeper.louder">
        <source>大声一点</source>
        <translation>大声一点</translation>
    </message>
    <message id="keeper.test_tone">
        <source>试听</source>
        <translation>试听</translation>
    </message>
    <message id="keeper.no_volume">
        <source>音量：这台机器没有能调的声音</source>
        <translation>音量：这台机器没有能调的声音</translation>
    </message>
    <message id="keeper.whose">
        <source>这些由%1办，您可以看。</source>
        <translation>这些由%1办，您可以看。</translation>
    </message>
    <message id="keeper.link_place">
        <source>位置</source>
        <translation>位置</translation>
    </message>
    <message id="keeper.link_screen">
        <source>屏幕</source>
        <translation>屏幕</translation>
    </message>
    <message id="keeper.link_time">
        <source>时间</source>
        <translation>时间</translation>
    </message>
    <message id="keeper.link_fair">
        <source>活动、演练</source>
        <translation>活动、演练</translation>
    </message>
    <message id="keeper.link_power">
        <source>关机</source>
        <translation>关机</translation>
    </message>
    <message id="keeper.title_place">
        <source>本机的位置</source>
        <translation>本机的位置</translation>
    </message>
</context>
</TS>
