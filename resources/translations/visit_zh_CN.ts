<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="foot.back">
        <source>返回</source>
        <translation>返回</translation>
    </message>
    <message id="foot.home">
        <source>首页</source>
        <translation>首页</translation>
    </message>
    <message id="foot.help">
        <source>求助</source>
        <translation>求助</translation>
    </message>
    <message id="foot.larger">
        <source>大字</source>
        <translation>大字</translation>
    </message>
    <message id="foot.larger_on">
        <source>大字 开</source>
        <translation>大字 开</translation>
    </message>
    <message id="foot.contrast">
        <source>高对比</source>
        <translation>高对比</translation>
    </message>
    <message id="foot.contrast_on">
        <source>高对比 开</source>
        <translation>高对比 开</translation>
    </message>
    <message id="foot.lower">
        <source>低位</source>
        <translation>低位</translation>
    </message>
    <message id="foot.lower_on">
        <source>低位 开</source>
        <translation>低位 开</translation>
    </message>
    <message id="foot.language">
        <source>English</source>
        <translation>English</translation>
    </message>
    <message id="foot.scanner_below">
        <source>扫描窗在屏幕下方</source>
        <translation>扫描窗在屏幕下方</translation>
    </message>
    <message id="foot.seconds">
        <source>%1 秒</source>
        <translation>%1 秒</translation>
    </message>
    <message id="foot.stay">
        <source>继续使用</source>
        <translation>继续使用</translation>
    </message>
    <message id="pad.erase">
        <source>删除一位</source>
        <translation>删除一位</translation>
    </message>
    <message id="entry.clear">
        <source>清除</source>
        <translation>清除</translation>
    </message>
    <message id="home.loading">
        <source>正在读取展会资料，可以先扫码</source>
        <translation>正在读取展会资料，可以先扫码</translation>
    </message>
    <message id="home.not_open">
        <source>%1·还没开门</source>
        <translation>%1·还没开门</translation>
    </message>
    <message id="home.other_day">
        <source>下一场：%1</source>
        <translation>下一场：%1</translation>
    </message>
    <message id="home.over">
        <source>%1·已结束</source>
        <translation>%1·已结束</translation>
    </message>
    <message id="home.scan">
        <source>请扫码签到</source>
        <translation>请扫码签到</translation>
    </message>
    <message id="home.closed_paused">
        <source>入场暂停</source>
        <translation>入场暂停</translation>
    </message>
    <message id="home.closed_full">
        <source>馆内已满</source>
        <translation>馆内已满</translation>
    </message>
    <message id="home.closed_not_open">
        <source>还没开门</source>
        <translation>还没开门</translation>
    </message>
    <message id="home.closed_other_day">
        <source>今天不开放</source>
        <translation>今天不开放</translation>
    </message>
    <message id="home.closed_over">
        <source>今天已结束</source>
        <translation>今天已结束</translation>
    </message>
    <message id="home.closed_wait">
        <source>请在这里稍候，恢复后再扫码</source>
        <translation>请在这里稍候，恢复后再扫码</translation>
    </message>
    <message id="home.closed_meanwhile">
        <source>现在可以先找展位、看日程</source>
        <translation>现在可以先找展位、看日程</translation>
    </message>
    <message id="home.scan_low">
        <source>请扫码
签到</source>
        <translation>请扫码
签到</translation>
    </message>
    <message id="home.scan_how">
        <source>把二维码对准屏幕下方的扫描窗</source>
        <translation>把二维码对准屏幕下方的扫描窗</translation>
    </message>
    <message id="home.calm">
        <source>馆内 %1 人·通畅</source>
        <translation>馆内 %1 人·通畅</translation>
    </message>
    <message id="home.filling">
        <source>馆内 %1 人·人较多</source>
        <translation>馆内 %1 人·人较多</translation>
    </message>
    <message id="home.nearly_full">
        <source>馆内 %1 人·快满了</source>
        <translation>馆内 %1 人·快满了</translation>
    </message>
    <message id="home.full">
        <source>馆内 %1 人·已满，请稍候</source>
        <translation>馆内 %1 人·已满，请稍候</translation>
    </message>
    <message id="home.paused">
        <source>馆内 %1 人·入场暂停</source>
        <translation>馆内 %1 人·入场暂停</translation>
    </message>
    <message id="home.check_in">
        <source>签到</source>
        <translation>签到</translation>
    </message>
    <message id="home.check_in_how">
        <source>没有码？报学号或姓名，或现场登记</source>
        <translation>没有码？报学号或姓名，或现场登记</translation>
    </message>
    <message id="home.find">
        <source>找展位</source>
        <translation>找展位</translation>
    </message>
    <message id="home.find_how_bare">
        <source>搜单位、岗位、专业</source>
        <translation>搜单位、岗位、专业</translation>
    </message>
    <message id="home.find_how_schools" numerus="yes">
        <source>%1 个展位·搜学校、专业</source>
        <translation>
            <numerusform>%1 个展位·搜学校、专业</numerusform>
        </translation>
    </message>
    <message id="home.find_how" numerus="yes">
        <source>%1 个展位·搜单位、岗位、专业</source>
        <translation>
            <numerusform>%1 个展位·搜单位、岗位、专业</numerusform>
        </translation>
    </message>
    <message id="home.find_how_halls">
        <source>%1·%2·搜单位、岗位、专业</source>
        <translation>%1·%2·搜单位、岗位、专业</translation>
    </message>
    <message id="home.programme">
        <source>今日日程</source>
        <translation>今日日程</translation>
    </message>
    <message id="home.programme_other">
        <source>展会日程</source>
        <translation>展会日程</translation>
    </message>
    <message id="home.programme_how_bare">
        <source>宣讲会·讲座·对接会</source>
        <translation>宣讲会·讲座·对接会</translation>
    </message>
    <message id="home.programme_how_none">
        <source>没有安排活动</source>
        <translation>没有安排活动</translation>
    </message>
    <message id="home.programme_how" numerus="yes">
        <source>宣讲会·讲座·%n 场</source>
        <translation>
            <numerusform>宣讲会·讲座·%n 场</numerusform>
        </translation>
    </message>
    <message id="verdict.next">
        <source>下一位，请直接扫码</source>
        <translation>下一位，请直接扫码</translation>
    </message>
    <message id="verdict.printing">
        <source>请取胸卡</source>
        <translation>请取胸卡</translation>
    </message>
    <message id="verdict.printing_how">
        <source>正在打印，几秒后从下方出来</source>
        <translation>正在打印，几秒后从下方出来</translation>
    </message>
    <message id="verdict.out">
        <source>胸卡出来了</source>
        <translation>胸卡出来了</translation>
    </message>
    <message id="verdict.out_how">
        <source>请从屏幕下方取走</source>
        <translation>请从屏幕下方取走</translation>
    </message>
    <message id="verdict.stopped">
        <source>请到 %1取卡</source>
        <translation>请到 %1取卡</translation>
    </message>
    <message id="verdict.stopped_how">
        <source>您已签到成功，这台打印机停了</source>
        <translation>您已签到成功，这台打印机停了</translation>
    </message>
    <message id="verdict.find">
        <source>想先看展位？</source>
        <translation>想先看展位？</translation>
    </message>
    <message id="verdict.find_how">
        <source>点这里，按专业、岗位或单位名找</source>
        <translation>点这里，按专业、岗位或单位名找</translation>
    </message>
    <message id="badge.title">
        <source>领取胸卡</source>
        <translation>领取胸卡</translation>
    </message>
    <message id="badge.waiting">
        <source>胸卡排队中</source>
        <translation>胸卡排队中</translation>
    </message>
    <message id="badge.waiting_how">
        <source>%1，前面还有 %2 张</source>
        <translation>%1，前面还有 %2 张</translation>
    </message>
    <message id="badge.printing">
        <source>胸卡打印中</source>
        <translation>胸卡打印中</translation>
    </message>
    <message id="badge.printing_how">
        <source>%1，几秒后就好</source>
        <translation>%1，几秒后就好</translation>
    </message>
    <message id="badge.out">
        <source>请取走胸卡</source>
        <translation>请取走胸卡</translation>
    </message>
    <message id="badge.out_how">
        <source>%1，胸卡已经出来了</source>
        <translation>%1，胸卡已经出来了</translation>
    </message>
    <message id="badge.stopped">
        <source>请到服务台
取胸卡</source>
        <translation>请到服务台
取胸卡</translation>
    </message>
    <message id="badge.stopped_how">
        <source>%1，您已签到成功，这台打印机停了</source>
        <translation>%1，您已签到成功，这台打印机停了</translation>
    </message>
    <message id="badge.queue">
        <source>排队</source>
        <translation>排队</translation>
    </message>
    <message id="badge.queue_before">
        <source>前面 %1 张</source>
        <translation>前面 %1 张</translation>
    </message>
    <message id="badge.queue_over">
        <source>排到了</source>
        <translation>排到了</translation>
    </message>
    <message id="badge.print">
        <source>打印</source>
        <translation>打印</translation>
    </message>
    <message id="badge.print_later">
        <source>稍候</source>
        <translation>稍候</translation>
    </message>
    <message id="badge.print_now">
        <source>正在打</source>
        <translation>正在打</translation>
    </message>
    <message id="badge.print_done">
        <source>打好了</source>
        <translation>打好了</translation>
    </message>
    <message id="badge.print_stopped">
        <source>停了</source>
        <translation>停了</translation>
    </message>
    <message id="badge.take">
        <source>取卡</source>
        <translation>取卡</translation>
    </message>
    <message id="badge.below">
        <source>胸卡从屏幕下方出来</source>
        <translation>胸卡从屏幕下方出来</translation>
    </message>
    <message id="badge.take_it">
        <source>请从屏幕下方取走</source>
        <translation>请从屏幕下方取走</translation>
    </message>
    <message id="badge.below_how">
        <source>请挂在胸前，再入场</source>
        <translation>请挂在胸前，再入场</translation>
    </message>
    <message id="badge.desk">
        <source>请到 %1取卡</source>
        <translation>请到 %1取卡</translation>
    </message>
    <message id="badge.desk_how">
        <source>报姓名即可，不用重新登记</source>
        <translation>报姓名即可，不用重新登记</translation>
    </message>
    <message id="badge.find">
        <source>想先看展位？</source>
        <translation>想先看展位？</translation>
    </message>
    <message id="badge.find_how">
        <source>点这里，按专业、岗位或单位名找</source>
        <translation>点这里，按专业、岗位或单位名找</translation>
    </message>
    <message id="badge.home">
        <source>好了，回首页</source>
        <translation>好了，回首页</translation>
    </message>
    <message id="check_in.title">
        <source>签到</source>
        <translation>签到</translation>
    </message>
    <message id="check_in.question">
        <source>请扫码签到</source>
        <translation>请扫码签到</translation>
    </message>
    <message id="check_in.how">
        <source>把二维码对准屏幕下方的扫描窗。
手机亮度调高一些更快</source>
        <translation>把二维码对准屏幕下方的扫描窗。
手机亮度调高一些更快</translation>
    </message>
    <message id="check_in.by_code">
        <source>输入登记码</source>
        <translation>输入登记码</translation>
    </message>
    <message id="check_in.by_code_how">
        <source>短信里的码，二维码打不开时用</source>
        <translation>短信里的码，二维码打不开时用</translation>
    </message>
    <message id="check_in.digits_only">
        <source>只有数字</source>
        <translation>只有数字</translation>
    </message>
    <message id="check_in.with_letters">
        <source>学号里有字母</source>
        <translation>学号里有字母</translation>
    </message>
    <message id="check_in.by_number">
        <source>用学号签到</source>
        <translation>用学号签到</translation>
    </message>
    <message id="check_in.by_number_how">
        <source>已预约、手边没有码</source>
        <translation>已预约、手边没有码</translation>
    </message>
    <message id="check_in.walk_up">
        <source>现场登记</source>
        <translation>现场登记</translation>
    </message>
    <message id="check_in.walk_up_how">
        <source>没有预约，约 1 分钟，当场打印胸卡</source>
        <translation>没有预约，约 1 分钟，当场打印胸卡</translation>
    </message>
    <message id="check_in.code">
        <source>您的登记码？</source>
        <translation>您的登记码？</translation>
    </message>
    <message id="check_in.code_how" numerus="yes">
        <source>在预约成功的短信里，共 %n 位字母和数字，没有 0、1、8、9</source>
        <translation>
            <numerusform>在预约成功的短信里，共 %n 位字母和数字，没有 0、1、8、9</numerusform>
        </translation>
    </message>
    <message id="check_in.code_so_far">
        <source>已输入 %1 位，共 %2 位</source>
        <translation>已输入 %1 位，共 %2 位</translation>
    </message>
    <message id="check_in.code_unknown">
        <source>没有找到这个登记码，请对照短信再看一遍，或到 %1</source>
        <translation>没有找到这个登记码，请对照短信再看一遍，或到 %1</translation>
    </message>
    <message id="check_in.number">
        <source>您的学号？</source>
        <translation>您的学号？</translation>
    </message>
    <message id="check_in.number_how">
        <source>和预约时填的一样</source>
        <translation>和预约时填的一样</translation>
    </message>
    <message id="check_in.tail">
        <source>手机号后四位？</source>
        <translation>手机号后四位？</translation>
    </message>
    <message id="check_in.tail_how">
        <source>预约时留的手机号，用来确认是您本人</source>
        <translation>预约时留的手机号，用来确认是您本人</translation>
    </message>
    <message id="check_in.mismatch">
        <source>学号和手机号对不上，请再输一次，或到 %1</source>
        <translation>学号和手机号对不上，请再输一次，或到 %1</translation>
    </message>
    <message id="check_in.wait">
        <source>试的次数多了，请过 30 秒再试，或到 %1</source>
        <translation>试的次数多了，请过 30 秒再试，或到 %1</translation>
    </message>
    <message id="check_in.busy">
        <source>正在核对，请稍候</source>
        <translation>正在核对，请稍候</translation>
    </message>
    <message id="check_in.next">
        <source>下一步</source>
        <translation>下一步</translation>
    </message>
    <message id="check_in.done">
        <source>签到</source>
        <translation>签到</translation>
    </message>
    <message id="check_in.previous">
        <source>上一步</source>
        <translation>上一步</translation>
    </message>
    <message id="walk_up.title">
        <source>现场登记</source>
        <translation>现场登记</translation>
    </message>
    <message id="walk_up.name">
        <source>姓名</source>
        <translation>姓名</translation>
    </message>
    <message id="walk_up.degree">
        <source>学历</source>
        <translation>学历</translation>
    </message>
    <message id="walk_up.school">
        <source>学校</source>
        <translation>学校</translation>
    </message>
    <message id="walk_up.phone">
        <source>手机号</source>
        <translation>手机号</translation>
    </message>
    <message id="walk_up.now">
        <source>正在填</source>
        <translation>正在填</translation>
    </message>
    <message id="walk_up.later">
        <source>待填</source>
        <translation>待填</translation>
    </message>
    <message id="walk_up.optional">
        <source>可不填</source>
        <translation>可不填</translation>
    </message>
    <message id="walk_up.name_question">
        <source>您的姓名？</source>
        <translation>您的姓名？</translation>
    </message>
    <message id="walk_up.name_how">
        <source>印在胸卡上；屏幕上只显示一部分。</source>
        <translation>印在胸卡上；屏幕上只显示一部分。</translation>
    </message>
    <message id="walk_up.name_hint">
        <source>点这里输入</source>
        <translation>点这里输入</translation>
    </message>
    <message id="walk_up.degree_question">
        <source>您的学历？</source>
        <translation>您的学历？</translation>
    </message>
    <message id="walk_up.degree_how">
        <source>在读的算即将取得的学历。</source>
        <translation>在读的算即将取得的学历。</translation>
    </message>
    <message id="walk_up.degree_college">
        <source>专科</source>
        <translation>专科</translation>
    </message>
    <message id="walk_up.degree_bachelor">
        <source>本科</source>
        <translation>本科</translation>
    </message>
    <message id="walk_up.degree_master">
        <source>硕士</source>
        <translation>硕士</translation>
    </message>
    <message id="walk_up.degree_doctor">
        <source>博士</source>
        <translation>博士</translation>
    </message>
    <message id="walk_up.school_question">
        <source>您的学校？</source>
        <translation>您的学校？</translation>
    </message>
    <message id="walk_up.school_how">
        <source>可以打汉字、拼音或首字母，例如 bkd。</source>
        <translation>可以打汉字、拼音或首字母，例如 bkd。</translation>
    </message>
    <message id="walk_up.school_alias">
        <source>也叫：%1</source>
        <translation>也叫：%1</translation>
    </message>
    <message id="walk_up.school_other">
        <source>没有您的学校？照写即可，工作人员会核对</source>
        <translation>没有您的学校？照写即可，工作人员会核对</translation>
    </message>
    <message id="walk_up.phone_question">
        <source>手机号后四位？</source>
        <translation>手机号后四位？</translation>
    </message>
    <message id="walk_up.phone_how">
        <source>可不填。只在补卡时用来核对本人。</source>
        <translation>可不填。只在补卡时用来核对本人。</translation>
    </message>
    <message id="walk_up.phone_skip">
        <source>不填，下一步</source>
        <translation>不填，下一步</translation>
    </message>
    <message id="walk_up.consent_question">
        <source>可以登记了吗？</source>
        <translation>可以登记了吗？</translation>
    </message>
    <message id="walk_up.consent_days" numerus="yes">
        <source>%n 天后删除。</source>
        <translation>
            <numerusform>%n 天后删除。</numerusform>
        </translation>
    </message>
    <message id="walk_up.cancel">
        <source>取消，不留记录</source>
        <translation>取消，不留记录</translation>
    </message>
    <message id="walk_up.cancel_short">
        <source>取消</source>
        <translation>取消</translation>
    </message>
    <message id="walk_up.previous">
        <source>上一步</source>
        <translation>上一步</translation>
    </message>
    <message id="walk_up.next">
        <source>下一步</source>
        <translation>下一步</translation>
    </message>
    <message id="walk_up.agree">
        <source>同意并打印</source>
        <translation>同意并打印</translation>
    </message>
    <message id="walk_up.busy">
        <source>正在登记</source>
        <translation>正在登记</translation>
    </message>
    <message id="walk_up.busy_how">
        <source>正在登记，请稍候。</source>
        <translation>正在登记，请稍候。</translation>
    </message>
    <message id="walk_up.consent_how">
        <source>请看一遍说明，同意后马上打印胸卡。</source>
        <translation>请看一遍说明，同意后马上打印胸卡。</translation>
    </message>
    <message id="walk_up.consent_version">
        <source>说明版本 %1</source>
        <translation>说明版本 %1</translation>
    </message>
    <message id="help.title">
        <source>求助</source>
        <translation>求助</translation>
    </message>
    <message id="help.desk">
        <source>请到 %1</source>
        <translation>请到 %1</translation>
    </message>
    <message id="help.staff_near">
        <source>请找工作人员</source>
        <translation>请找工作人员</translation>
    </message>
    <message id="help.desk_how">
        <source>证件、预约、入场，都可以当场办</source>
        <translation>证件、预约、入场，都可以当场办</translation>
    </message>
    <message id="help.scan">
        <source>扫码没反应？</source>
        <translation>扫码没反应？</translation>
    </message>
    <message id="help.scan_how">
        <source>调亮手机屏幕，离扫描窗 10 厘米，停一秒</source>
        <translation>调亮手机屏幕，离扫描窗 10 厘米，停一秒</translation>
    </message>
    <message id="help.lost">
        <source>胸卡丢了？</source>
        <translation>胸卡丢了？</translation>
    </message>
    <message id="help.lost_how">
        <source>带上学生证或身份证件，当场补办</source>
        <translation>带上学生证或身份证件，当场补办</translation>
    </message>
    <message id="help.seeing">
        <source>看得清、够得着</source>
        <translation>看得清、够得着</translation>
    </message>
    <message id="help.large">
        <source>大字</source>
        <translation>大字</translation>
    </message>
    <message id="help.contrast">
        <source>高对比</source>
        <translation>高对比</translation>
    </message>
    <message id="help.low">
        <source>低位</source>
        <translation>低位</translation>
    </message>
    <message id="help.still">
        <source>少动画</source>
        <translation>少动画</translation>
    </message>
    <message id="help.language">
        <source>语言</source>
        <translation>语言</translation>
    </message>
    <message id="help.language_now">
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message id="help.on">
        <source>开</source>
        <translation>开</translation>
    </message>
    <message id="help.off">
        <source>关</source>
        <translation>关</translation>
    </message>
    <message id="help.staff">
        <source>工作人员登录</source>
        <translation>工作人员登录</translation>
    </message>
    <message id="out.title">
        <source>请找工作人员</source>
        <translation>请找工作人员</translation>
    </message>
    <message id="out.closed">
        <source>本机暂停使用</source>
        <translation>本机暂停使用</translation>
    </message>
    <message id="out.closed_how">
        <source>%1
已记下的签到不会丢。</source>
        <translation>%1
已记下的签到不会丢。</translation>
    </message>
    <message id="out.how">
        <source>这台机器刚才没能完成操作，稍后会回到首页。
已记下的签到不会丢。</source>
        <translation>这台机器刚才没能完成操作，稍后会回到首页。
已记下的签到不会丢。</translation>
    </message>
    <message id="out.desk">
        <source>请到 %1</source>
        <translation>请到 %1</translation>
    </message>
    <message id="out.desk_near">
        <source>请到服务台</source>
        <translation>请到服务台</translation>
    </message>
    <message id="out.desk_how">
        <source>签到、登记、打印胸卡，当场帮您办</source>
        <translation>签到、登记、打印胸卡，当场帮您办</translation>
    </message>
    <message id="out.staff">
        <source>工作人员请看：%1</source>
        <translation>工作人员请看：%1</translation>
    </message>
    <message id="out.home">
        <source>回首页再试</source>
        <translation>回首页再试</translation>
    </message>
    <message id="idle.question">
        <source>还在看吗？</source>
        <translation>还在看吗？</translation>
    </message>
    <message id="idle.left_zh">
        <source>%1 秒后返回首页，您刚才查的内容会一并清掉。</source>
        <translation>%1 秒后返回首页，您刚才查的内容会一并清掉。</translation>
    </message>
    <message id="idle.left_en">
        <source>Still here? Going home in %1 s. What you looked up will be cleared.</source>
        <translation>Still here? Going home in %1 s. What you looked up will be cleared.</translation>
    </message>
    <message id="idle.stay_zh">
        <source>继续使用</source>
        <translation>继续使用</translation>
    </message>
    <message id="idle.stay_en">
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message id="idle.home_zh">
        <source>用完了，返回首页</source>
        <translation>用完了，返回首页</translation>
    </message>
    <message id="idle.home_en">
        <source>Go home</source>
        <translation>Go home</translation>
    </message>
    <message id="attract.find_zh">
        <source>找到您的展位</source>
        <translation>找到您的展位</translation>
    </message>
    <message id="attract.find_school_zh">
        <source>找到学校展位</source>
        <translation>找到学校展位</translation>
    </message>
    <message id="attract.halls_zh">
        <source>%1 个展位，%2 个展馆</source>
        <translation>%1 个展位，%2 个展馆</translation>
    </message>
    <message id="attract.stalls_zh">
        <source>%1 个展位</source>
        <translation>%1 个展位</translation>
    </message>
    <message id="attract.do_zh">
        <source>轻触屏幕，或直接扫码</source>
        <translation>轻触屏幕，或直接扫码</translation>
    </message>
    <message id="attract.find_en">
        <source>Find your stall.</source>
        <translation>Find your stall.</translation>
    </message>
    <message id="attract.find_school_en">
        <source>Find a school's stall.</source>
        <translation>Find a school's stall.</translation>
    </message>
    <message id="attract.halls_en">
        <source>%1 stalls in %2 halls.</source>
        <translation>%1 stalls in %2 halls.</translation>
    </message>
    <message id="attract.stalls_en">
        <source>%1 stalls.</source>
        <translation>%1 stalls.</translation>
    </message>
    <message id="attract.do_en">
        <source>Touch the screen, or scan your code</source>
        <translation>Touch the screen, or scan your code</translation>
    </message>
    <message id="walk_up.skipped">
        <source>未填</source>
        <translation>未填</translation>
    </message>
    <message id="keyboard.language">
        <source>中/英</source>
        <translation>中/英</translation>
    </message>
    <message id="keyboard.done">
        <source>完成</source>
        <translation>完成</translation>
    </message>
    <message id="keyboard.space">
        <source>空格</source>
        <translation>空格</translation>
    </message>
    <message id="verdict.known">
        <source>您已有预约</source>
        <translation>您已有预约</translation>
    </message>
    <message id="verdict.known_how">
        <source>不用再登记，按原来的预约办理</source>
        <translation>不用再登记，按原来的预约办理</translation>
    </message>
    <message id="verdict.delegation">
        <source>带团入场：还有 %1 人</source>
        <translation>带团入场：还有 %1 人</translation>
    </message>
    <message id="verdict.delegation_how">
        <source>点这里看名单，一起入场</source>
        <translation>点这里看名单，一起入场</translation>
    </message>
    <message id="verdict.stopped_foyer">
        <source>这台打印机停了</source>
        <translation>这台打印机停了</translation>
    </message>
    <message id="home.scan_out">
        <source>离场请扫胸卡</source>
        <translation>离场请扫胸卡</translation>
    </message>
    <message id="home.scan_foyer">
        <source>扫码领胸卡</source>
        <translation>扫码领胸卡</translation>
    </message>
    <message id="home.scan_hosts">
        <source>单位扫码签到</source>
        <translation>单位扫码签到</translation>
    </message>
    <message id="home.scan_session">
        <source>入会场请扫码</source>
        <translation>入会场请扫码</translation>
    </message>
    <message id="home.scan_out_how">
        <source>把胸卡对准屏幕下方的扫描窗</source>
        <translation>把胸卡对准屏幕下方的扫描窗</translation>
    </message>
    <message id="home.scan_foyer_how">
        <source>胸卡当场打印，拿好再走入口</source>
        <translation>胸卡当场打印，拿好再走入口</translation>
    </message>
    <message id="home.scan_hosts_how">
        <source>参展单位的代表在这里签到、领胸卡</source>
        <translation>参展单位的代表在这里签到、领胸卡</translation>
    </message>
    <message id="home.leave">
        <source>离场</source>
        <translation>离场</translation>
    </message>
    <message id="home.get_badge">
        <source>领胸卡</source>
        <translation>领胸卡</translation>
    </message>
    <message id="home.no_code_how">
        <source>码不在手边？报学号或姓名</source>
        <translation>码不在手边？报学号或姓名</translation>
    </message>
    <message id="home.seats_paused">
        <source>入场暂停，请稍候</source>
        <translation>入场暂停，请稍候</translation>
    </message>
    <message id="home.seats_full">
        <source>座位已满</source>
        <translation>座位已满</translation>
    </message>
    <message id="home.seats">
        <source>还有 %1 个座位</source>
        <translation>还有 %1 个座位</translation>
    </message>
    <message id="badge.stopped_foyer">
        <source>%1，这台打印机停了，胸卡在服务台打。</source>
        <translation>%1，这台打印机停了，胸卡在服务台打。</translation>
    </message>
    <message id="agreement.title">
        <source>入场前确认</source>
        <translation>入场前确认</translation>
    </message>
    <message id="agreement.declined">
        <source>没关系</source>
        <translation>没关系</translation>
    </message>
    <message id="agreement.consent">
        <source>请看收集说明</source>
        <translation>请看收集说明</translation>
    </message>
    <message id="agreement.declaration">
        <source>请确认声明</source>
        <translation>请确认声明</translation>
    </message>
    <message id="agreement.declined_how">
        <source>请到服务台，工作人员帮您想别的办法。</source>
        <translation>请到服务台，工作人员帮您想别的办法。</translation>
    </message>
    <message id="agreement.busy">
        <source>正在记下，请稍候</source>
        <translation>正在记下，请稍候</translation>
    </message>
    <message id="agreement.how">
        <source>看完请按下面的按钮，不到半分钟。</source>
        <translation>看完请按下面的按钮，不到半分钟。</translation>
    </message>
    <message id="agreement.page">
        <source>第 %1 页，共 %2 页</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message id="agreement.desk_how">
        <source>说您不想在机器上同意，工作人员会帮您</source>
        <translation>说您不想在机器上同意，工作人员会帮您</translation>
    </message>
    <message id="agreement.no">
        <source>不同意</source>
        <translation>不同意</translation>
    </message>
    <message id="agreement.read_again">
        <source>再看一遍说明</source>
        <translation>再看一遍说明</translation>
    </message>
    <message id="agreement.agree">
        <source>同意并入场</source>
        <translation>同意并入场</translation>
    </message>
    <message id="delegation.title">
        <source>代表团入场</source>
        <translation>代表团入场</translation>
    </message>
    <message id="delegation.busy">
        <source>正在登记入场，请稍候。</source>
        <translation>正在登记入场，请稍候。</translation>
    </message>
    <message id="delegation.failed">
        <source>没有办成，没有人入场。请再试一次，或找工作人员。</source>
        <translation>没有办成，没有人入场。请再试一次，或找工作人员。</translation>
    </message>
    <message id="delegation.badges">
        <source>%1 张胸卡在打印，从屏幕下方依次出来。</source>
        <translation>%1 张胸卡在打印，从屏幕下方依次出来。</translation>
    </message>
    <message id="delegation.no_badges">
        <source>胸卡都已打过，请直接入场。</source>
        <translation>胸卡都已打过，请直接入场。</translation>
    </message>
    <message id="delegation.all_here">
        <source>全团都已入场。</source>
        <translation>全团都已入场。</translation>
    </message>
    <message id="delegation.how">
        <source>没来的人，点一下去掉勾。</source>
        <translation>没来的人，点一下去掉勾。</translation>
    </message>
    <message id="delegation.leader_coach">
        <source>领队 %1·%2</source>
        <translation>领队 %1·%2</translation>
    </message>
    <message id="delegation.leader">
        <source>领队 %1</source>
        <translation>领队 %1</translation>
    </message>
    <message id="delegation.admitted">
        <source>%1 人已入场</source>
        <translation>%1 人已入场</translation>
    </message>
    <message id="delegation.arrived" numerus="yes">
        <source>已到 %n，共 %1 人</source>
        <translation>
            <numerusform>已到 %n，共 %1 人</numerusform>
        </translation>
    </message>
    <message id="delegation.refused">
        <source>没能入场 %1 人，请到服务台</source>
        <translation>没能入场 %1 人，请到服务台</translation>
    </message>
    <message id="delegation.list">
        <source>名单</source>
        <translation>名单</translation>
    </message>
    <message id="delegation.page">
        <source>第 %1 到 %2 人，共 %3 人</source>
        <translation>第 %1 到 %2 人，共 %3 人</translation>
    </message>
    <message id="delegation.done">
        <source>完成</source>
        <translation>完成</translation>
    </message>
    <message id="delegation.let_in">
        <source>%1 人一起入场</source>
        <translation>%1 人一起入场</translation>
    </message>
    <message id="delegation.here">
        <source>已到</source>
        <translation>已到</translation>
    </message>
    <message id="delegation.absent">
        <source>没来</source>
        <translation>没来</translation>
    </message>
    <message id="check_in.title_out">
        <source>离场</source>
        <translation>离场</translation>
    </message>
    <message id="check_in.question_out">
        <source>扫胸卡离场</source>
        <translation>扫胸卡离场</translation>
    </message>
    <message id="check_in.name_how">
        <source>预约时填的姓名</source>
        <translation>预约时填的姓名</translation>
    </message>
    <message id="check_in.mismatch_name">
        <source>姓名和手机号对不上，请再输一次，或到 %1</source>
        <translation>姓名和手机号对不上，请再输一次，或到 %1</translation>
    </message>
    <message id="check_in.by_name">
        <source>用姓名签到</source>
        <translation>用姓名签到</translation>
    </message>
    <message id="check_in.by_name_how">
        <source>还要手机号后四位</source>
        <translation>还要手机号后四位</translation>
    </message>
    <message id="out.tries">
        <source>本机每隔几秒自己再试，好了会自动回到首页。</source>
        <translation>本机每隔几秒自己再试，好了会自动回到首页。</translation>
    </message>
    <message id="delegation.to_desk">
        <source>请到服务台</source>
        <translation>请到服务台</translation>
    </message>
    <message id="rehearsal.band">
        <source>演练，不计数</source>
        <translation>演练，不计数</translation>
    </message>
</context>
</TS>
