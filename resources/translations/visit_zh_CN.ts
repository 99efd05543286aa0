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
    <message id="home.scan">
        <source>请扫码签到</source>
        <translation>请扫码签到</translation>
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
        <source>没有码？报学号，或现场登记</source>
        <translation>没有码？报学号，或现场登记</translation>
    </message>
    <message id="home.find">
        <source>找展位</source>
        <translation>找展位</translation>
    </message>
    <message id="home.find_how_bare">
        <source>搜单位、岗位、专业</source>
        <translation>搜单位、岗位、专业</translation>
    </message>
    <message id="home.find_how_schools">
        <source>%1 个展位·搜学校、专业</source>
        <translation>%1 个展位·搜学校、专业</translation>
    </message>
    <message id="home.find_how">
        <source>%1 个展位·搜单位、岗位、专业</source>
        <translation>%1 个展位·搜单位、岗位、专业</translation>
    </message>
    <message id="home.find_how_halls">
        <source>%1 个展位·%2 个展馆·搜单位、岗位、专业</source>
        <translation>%1 个展位·%2 个展馆·搜单位、岗位、专业</translation>
    </message>
    <message id="home.programme">
        <source>今日日程</source>
        <translation>今日日程</translation>
    </message>
    <message id="home.programme_how_bare">
        <source>宣讲会·讲座·对接会</source>
        <translation>宣讲会·讲座·对接会</translation>
    </message>
    <message id="home.programme_how">
        <source>宣讲会·讲座·%1 场</source>
        <translation>宣讲会·讲座·%1 场</translation>
    </message>
    <message id="verdict.next">
        <source>下一位，请直接扫码</source>
        <translation>下一位，请直接扫码</translation>
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
    <message id="walk_up.consent_days">
        <source>%1 天后删除。</source>
        <translation>%1 天后删除。</translation>
    </message>
    <message id="walk_up.cancel">
        <source>取消，不留记录</source>
        <translation>取消，不留记录</translation>
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
    <message id="help.title">
        <source>求助</source>
        <translation>求助</translation>
    </message>
    <message id="help.desk">
        <source>请到 %1</source>
        <translation>请到 %1</translation>
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
    <message id="help.staff">
        <source>工作人员登录</source>
        <translation>工作人员登录</translation>
    </message>
    <message id="out.title">
        <source>请找工作人员</source>
        <translation>请找工作人员</translation>
    </message>
    <message id="out.how">
        <source>这台机器刚才没能完成操作。
已记下的签到不会丢。</source>
        <translation>这台机器刚才没能完成操作。
已记下的签到不会丢。</translation>
    </message>
    <message id="out.desk">
        <source>请到 %1</source>
        <translation>请到 %1</translation>
    </message>
    <message id="out.desk_how">
        <source>工作人员马上帮您</source>
        <translation>工作人员马上帮您</translation>
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
</context>
</TS>
