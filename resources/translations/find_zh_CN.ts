<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message id="find.title">
        <source>找展位</source>
        <translation>找展位</translation>
    </message>
    <message id="find.map">
        <source>平面图</source>
        <translation>平面图</translation>
    </message>
    <message id="find.you_are_here">
        <source>您在这里</source>
        <translation>您在这里</translation>
    </message>
    <message id="plan.title">
        <source>我的计划</source>
        <translation>我的计划</translation>
    </message>
    <message id="find.zoom_in">
        <source>放大</source>
        <translation>放大</translation>
    </message>
    <message id="find.zoom_out">
        <source>缩小</source>
        <translation>缩小</translation>
    </message>
    <message id="find.rotate">
        <source>转动平面图</source>
        <translation>转动平面图</translation>
    </message>
    <message id="find.me">
        <source>回到我的位置</source>
        <translation>回到我的位置</translation>
    </message>
    <message id="find.hint">
        <source>单位、岗位、专业、展位号</source>
        <translation>单位、岗位、专业、展位号</translation>
    </message>
    <message id="find.hint_schools">
        <source>学校、专业、展位号</source>
        <translation>学校、专业、展位号</translation>
    </message>
    <message id="find.found">
        <source>找到 %1 个</source>
        <translation>找到 %1 个</translation>
    </message>
    <message id="find.all">
        <source>全部</source>
        <translation>全部</translation>
    </message>
    <message id="find.page">
        <source>第 %1 到 %2 个，共 %3 个</source>
        <translation>第 %1 到 %2 个，共 %3 个</translation>
    </message>
    <message id="find.page_back">
        <source>上一页</source>
        <translation>上一页</translation>
    </message>
    <message id="find.page_on">
        <source>下一页</source>
        <translation>下一页</translation>
    </message>
    <message id="find.away">
        <source>约 %1 米</source>
        <translation>约 %1 米</translation>
    </message>
    <message id="find.open">
        <source>详情</source>
        <translation>详情</translation>
    </message>
    <message id="find.none">
        <source>没有写“%1”的展位</source>
        <translation>没有写“%1”的展位</translation>
    </message>
    <message id="find.none_where" numerus="yes">
        <source>%1 个展位都查过了。</source>
        <translation>
            <numerusform>%1 个展位都查过了。</numerusform>
        </translation>
    </message>
    <message id="find.none_where_levels">
        <source>%1 %2都查过了。</source>
        <translation>%1 %2都查过了。</translation>
    </message>
    <message id="find.none_near">
        <source>换个说法，或看看这些：</source>
        <translation>换个说法，或看看这些：</translation>
    </message>
    <message id="find.none_other">
        <source>换个说法试试。</source>
        <translation>换个说法试试。</translation>
    </message>
    <message id="find.show_all" numerus="yes">
        <source>看全部 %1 个展位</source>
        <translation>
            <numerusform>看全部 %1 个展位</numerusform>
        </translation>
    </message>
    <message id="find.ask_desk">
        <source>问工作人员</source>
        <translation>问工作人员</translation>
    </message>
    <message id="find.failed">
        <source>展位表没有读出来</source>
        <translation>展位表没有读出来</translation>
    </message>
    <message id="find.failed_how">
        <source>展位都在，只是这台机器没有读出来。请再试一次，或到服务台问一问。</source>
        <translation>展位都在，只是这台机器没有读出来。
请再试一次，或到服务台问一问。</translation>
    </message>
    <message id="find.again">
        <source>再试一次</source>
        <translation>再试一次</translation>
    </message>
    <message id="listing.title">
        <source>展位</source>
        <translation>展位</translation>
    </message>
    <message id="listing.title_school">
        <source>学校展位</source>
        <translation>学校展位</translation>
    </message>
    <message id="listing.no_stall">
        <source>没有展位</source>
        <translation>没有展位</translation>
    </message>
    <message id="listing.zone">
        <source>%1专区</source>
        <translation>%1专区</translation>
    </message>
    <message id="listing.nature">
        <source>单位性质</source>
        <translation>单位性质</translation>
    </message>
    <message id="listing.industry">
        <source>行业</source>
        <translation>行业</translation>
    </message>
    <message id="listing.scale">
        <source>规模</source>
        <translation>规模</translation>
    </message>
    <message id="listing.region">
        <source>所在地</source>
        <translation>所在地</translation>
    </message>
    <message id="listing.strengths">
        <source>优势专业</source>
        <translation>优势专业</translation>
    </message>
    <message id="listing.openings">
        <source>招 %1 个岗位，%2 人</source>
        <translation>招 %1 个岗位，%2 人</translation>
    </message>
    <message id="listing.openings_bare">
        <source>招 %1 个岗位</source>
        <translation>招 %1 个岗位</translation>
    </message>
    <message id="listing.no_openings">
        <source>岗位请到展位询问</source>
        <translation>岗位请到展位询问</translation>
    </message>
    <message id="listing.pay_note">
        <source>薪资由单位填报</source>
        <translation>薪资由单位填报</translation>
    </message>
    <message id="listing.people">
        <source>人</source>
        <translation>人</translation>
    </message>
    <message id="listing.several">
        <source>若干</source>
        <translation>若干</translation>
    </message>
    <message id="listing.graduates">
        <source>毕业生 %1 人</source>
        <translation>毕业生 %1 人</translation>
    </message>
    <message id="listing.way_bare">
        <source>怎么走</source>
        <translation>怎么走</translation>
    </message>
    <message id="listing.failed">
        <source>这个展位没有读出来</source>
        <translation>这个展位没有读出来</translation>
    </message>
    <message id="way.title">
        <source>去 %1</source>
        <translation>去 %1</translation>
    </message>
    <message id="way.length">
        <source>约 %1 米</source>
        <translation>约 %1 米</translation>
    </message>
    <message id="way.walking">
        <source>步行</source>
        <translation>步行</translation>
    </message>
    <message id="way.step_free">
        <source>无台阶</source>
        <translation>无台阶</translation>
    </message>
    <message id="way.steps">
        <source>第 %1 到 %2 步，共 %3 步</source>
        <translation>第 %1 到 %2 步，共 %3 步</translation>
    </message>
    <message id="way.none">
        <source>没有找到去那里的路线</source>
        <translation>没有找到去那里的路线</translation>
    </message>
    <message id="way.none_how">
        <source>请到服务台，工作人员会带您过去。</source>
        <translation>请到服务台，工作人员会带您过去。</translation>
    </message>
    <message id="way.failed">
        <source>路线没有读出来</source>
        <translation>路线没有读出来</translation>
    </message>
    <message id="programme.title">
        <source>今日日程</source>
        <translation>今日日程</translation>
    </message>
    <message id="programme.coming" numerus="yes">
        <source>接下来 %n 场</source>
        <translation>
            <numerusform>接下来 %n 场</numerusform>
        </translation>
    </message>
    <message id="programme.all_over">
        <source>今天的场次已结束</source>
        <translation>今天的场次已结束</translation>
    </message>
    <message id="programme.none">
        <source>今天没有安排场次</source>
        <translation>今天没有安排场次</translation>
    </message>
    <message id="programme.both">
        <source>上午还有 %1 场，下午 %2 场。</source>
        <translation>上午还有 %1 场，下午 %2 场。</translation>
    </message>
    <message id="programme.morning">
        <source>上午还有 %1 场。</source>
        <translation>上午还有 %1 场。</translation>
    </message>
    <message id="programme.afternoon">
        <source>下午还有 %1 场。</source>
        <translation>下午还有 %1 场。</translation>
    </message>
    <message id="programme.first_come">
        <source>座位先到先得。</source>
        <translation>座位先到先得。</translation>
    </message>
    <message id="programme.on_day">
        <source>这是%1的场次。</source>
        <translation>这是%1的场次。</translation>
    </message>
    <message id="programme.talk">
        <source>宣讲会</source>
        <translation>宣讲会</translation>
    </message>
    <message id="programme.lecture">
        <source>讲座</source>
        <translation>讲座</translation>
    </message>
    <message id="programme.exchange">
        <source>对接会</source>
        <translation>对接会</translation>
    </message>
    <message id="programme.in_minutes">
        <source>%1 分钟后开始</source>
        <translation>%1 分钟后开始</translation>
    </message>
    <message id="programme.on">
        <source>正在进行</source>
        <translation>正在进行</translation>
    </message>
    <message id="programme.over">
        <source>已结束</source>
        <translation>已结束</translation>
    </message>
    <message id="programme.until">
        <source>至 %1</source>
        <translation>至 %1</translation>
    </message>
    <message id="programme.line">
        <source>一天的场次</source>
        <translation>一天的场次</translation>
    </message>
    <message id="programme.failed">
        <source>日程没有读出来</source>
        <translation>日程没有读出来</translation>
    </message>
    <message id="find.list">
        <source>列表</source>
        <translation>列表</translation>
    </message>
    <message id="season.title">
        <source>本季活动</source>
        <translation>本季活动</translation>
    </message>
    <message id="season.all_over">
        <source>本季活动已结束</source>
        <translation>本季活动已结束</translation>
    </message>
    <message id="season.coming">
        <source>本季还有 %1 场</source>
        <translation>本季还有 %1 场</translation>
    </message>
    <message id="season.held">
        <source>这里列出的是这台机器已收到资料的活动。</source>
        <translation>这里列出的是这台机器已收到资料的活动。</translation>
    </message>
    <message id="season.unread">
        <source>另有 %1 场的资料没有读出来。</source>
        <translation>另有 %1 场的资料没有读出来。</translation>
    </message>
    <message id="season.this_fair">
        <source>本场</source>
        <translation>本场</translation>
    </message>
    <message id="season.season">
        <source>本季</source>
        <translation>本季</translation>
    </message>
    <message id="season.failed">
        <source>本季活动没有读出来</source>
        <translation>本季活动没有读出来</translation>
    </message>
    <message id="season.failed_how">
        <source>本场照常进行。请再试一次，或到服务台问一问。</source>
        <translation>本场照常进行。
请再试一次，或到服务台问一问。</translation>
    </message>
    <message id="find.pad_done">
        <source>收起</source>
        <translation>收起</translation>
    </message>
    <message id="season.reverse">
        <source>校企对接会</source>
        <translation>校企对接会</translation>
    </message>
    <message id="season.double_selection">
        <source>双选会</source>
        <translation>双选会</translation>
    </message>
    <message id="season.here">
        <source>就在这里</source>
        <translation>就在这里</translation>
    </message>
    <message id="find.pad_full">
        <source>拼音键盘</source>
        <translation>拼音键盘</translation>
    </message>
    <message id="find.pad_nine">
        <source>九宫格</source>
        <translation>九宫格</translation>
    </message>
    <message id="find.pad_initials">
        <source>首字母</source>
        <translation>首字母</translation>
    </message>
    <message id="programme.in_hours">
        <source>%1 小时 %2 分钟后开始</source>
        <translation>%1 小时 %2 分钟后开始</translation>
    </message>
    <message id="session.title">
        <source>场次</source>
        <translation>场次</translation>
    </message>
    <message id="session.place">
        <source>地点</source>
        <translation>地点</translation>
    </message>
    <message id="session.speaker">
        <source>主讲</source>
        <translation>主讲</translation>
    </message>
    <message id="session.seats">
        <source>座位</source>
        <translation>座位</translation>
    </message>
    <message id="session.seats_words">
        <source>%1 座，先到先得</source>
        <translation>%1 座，先到先得</translation>
    </message>
    <message id="session.host">
        <source>主办单位</source>
        <translation>主办单位</translation>
    </message>
    <message id="session.no_host">
        <source>平面图上没有这个地点。到时请直接去上面写的地方，或到服务台问一问。</source>
        <translation>平面图上没有这个地点。
到时请直接去上面写的地方，或到服务台问一问。</translation>
    </message>
    <message id="session.gone">
        <source>本场没有这个场次</source>
        <translation>本场没有这个场次</translation>
    </message>
    <message id="session.failed">
        <source>这个场次没有读出来</source>
        <translation>这个场次没有读出来</translation>
    </message>
    <message id="session.gone_how">
        <source>日程可能刚刚更新过。请在今日日程里再找一找。</source>
        <translation>日程可能刚刚更新过。
请在今日日程里再找一找。</translation>
    </message>
    <message id="programme.failed_how">
        <source>场次照常进行，只是这台机器没有读出来。请再试一次，或到服务台问一问。</source>
        <translation>场次照常进行，只是这台机器没有读出来。
请再试一次，或到服务台问一问。</translation>
    </message>
    <message id="programme.none_on_day">
        <source>这天没有安排场次</source>
        <translation>这天没有安排场次</translation>
    </message>
    <message id="programme.all_over_on_day">
        <source>这天的场次已结束</source>
        <translation>这天的场次已结束</translation>
    </message>
    <message id="programme.none_how">
        <source>展位都开着，可以先去逛一逛。</source>
        <translation>展位都开着，可以先去逛一逛。</translation>
    </message>
    <message id="find.loading">
        <source>正在读取，请稍候</source>
        <translation>正在读取，请稍候</translation>
    </message>
    <message id="find.none_keys">
        <source>数字 %1 没有对上任何展位</source>
        <translation>数字 %1 没有对上任何展位</translation>
    </message>
    <message id="listing.gone">
        <source>本场没有这个展位</source>
        <translation>本场没有这个展位</translation>
    </message>
    <message id="listing.gone_how">
        <source>名单可能刚刚更新过。请在全部展位里再找一找。</source>
        <translation>名单可能刚刚更新过。
请在全部展位里再找一找。</translation>
    </message>
</context>
</TS>
