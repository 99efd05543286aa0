"""The organiser's sheets: file names and columns (domain.md section 2), with the synonyms people use.

A line a column: its canonical name, then what else its header may say; `@stall` means that line of `_SHARED`.
Headers are compared by `header_key`: case, width, spaces, brackets and stars do not matter.
"""

from __future__ import annotations

from kiosk.pack.sheets.tables import Sheet

_SHARED_LINES = """
contact: 联系人 | 联系人姓名 | 参会代表 | 负责人 | 招聘负责人 | 经办人 | 业务联系人 | Contact |
    Contact name | Contact person | Representative
degree: 学历 | 学历层次 | 培养层次 | 学位 | 学历学位 | 学历/学位 | 最高学历 | 层次 | 毕业学历 | 在读学历 |
    Degree | Degree level | Education | Education level | Level of education | Level | Qualification
employer: 参会单位 | 参会单位名称 | 参展单位 | 参展单位名称 | 参会企业 | 参会企业名称 | 企业名称 | 企业 |
    企业全称 | 公司名称 | 公司 | 公司全称 | 用人单位 | 用人单位名称 | 用人单位全称 | 单位全称 | 招聘单位 |
    招聘单位名称 | 机构名称 | 招聘企业 | 雇主 | 雇主名称 | Employer | Employer name | Company |
    Company name | Organisation | Organization | Organisation name | Organization name | Exhibitor |
    Exhibitor name | Firm
english: 英文名 | 英文 | 外文名称 | English name | English | Name in English | English title
major: 专业 | 专业名称 | 所学专业 | 毕业专业 | 就读专业 | 在读专业 | 学科专业 | 主修专业 | Major | Majors |
    Subject | Field of study | Discipline | Specialty | Speciality | Programme of study | Program
number: 编号 | 序 | 顺序号 | 行号 | No | No. | # | Serial | Serial number | Index | Seq
person: 名字 | 人员姓名 | 真实姓名 | 中文姓名 | 参会人 | 参会人员 | 参会人姓名 | Name | Full name | Person |
    Person name | Attendee | Attendee name | Participant | Participant name
phone: 手机 | 手机号 | 手机号码 | 移动电话 | 联系电话 | 联系手机 | 联系方式 | 电话 | 电话号码 | 联系人电话 |
    联系人手机 | 联系人手机号 | 联系人联系方式 | 办公电话 | Mobile | Mobile number | Mobile phone |
    Mobile no | Phone | Phone number | Phone no | Telephone | Tel | Cell phone | Cell | Contact number |
    Contact phone
position: 职位 | 岗位 | 职称 | 职务/职称 | 职务职称 | Position | Job title | Title | Role | Post
remark: 说明 | 其他说明 | 备注说明 | 备注信息 | 附注 | Remarks | Remark | Notes | Note | Comments |
    Comment
school: 学校名称 | 毕业院校 | 毕业学校 | 院校 | 院校名称 | 高校 | 高校名称 | 所在学校 | 所在院校 |
    就读学校 | 就读院校 | 大学 | 培养单位 | School | School name | University | University name | College |
    Institution
school_code: 学校代码 | 院校代码 | 院校标识码 | 高校代码 | 院校编码 | 学校编码 | 标识码 | School code |
    University code | Institution code | School ID
staff_note: 给工作人员 | 入场提示 | 工作人员提示 | 现场备注 | Staff note | Note to staff | Notes for staff |
    Alert
stall: 展位 | 展位编号 | 展位号码 | 摊位 | 摊位号 | 摊位编号 | 展台 | 展台号 | 展台编号 | 台位 | 台位号 |
    席位 | 席位号 | 桌号 | Stall | Stall number | Stall no | Booth | Booth number | Booth no | Stand |
    Stand number | Stand no | Table number
status: 审核状态 | 预约状态 | 报名状态 | 审核结果 | 确认状态 | 是否通过 | 审核 | 状况 | Status | State |
    Booking status | Approval | Review status
workplace: 单位 | 单位名称 | 工作单位 | 所在单位 | 所属单位 | 派出单位 | 所属机构 | 公司 | 公司名称 |
    企业名称 | 用人单位 | 参会单位 | 机构 | 机构名称 | 学校 | Organisation | Organization | Employer |
    Company | Company name | Affiliation | Institution | Unit
"""


def _lines(text: str) -> dict[str, tuple[str, ...]]:
    """Lines of `name: this | that` by name; a line that ends in a bar goes on in the next."""
    found: dict[str, tuple[str, ...]] = {}
    for line in text.replace("|\n", "|").strip().splitlines():
        name, _, rest = line.partition(":")
        found[name] = tuple(each.strip() for each in rest.split("|") if each.strip())
    return found


_SHARED = _lines(_SHARED_LINES)


def _columns(text: str) -> dict[str, tuple[str, ...]]:
    """Canonical column to synonyms, each once and none the column's own name."""
    columns: dict[str, tuple[str, ...]] = {}
    for name, words in _lines(text).items():
        all_words = [word for each in words for word in (_SHARED[each[1:]] if each[0] == "@" else (each,))]
        columns[name] = tuple(dict.fromkeys(word for word in all_words if word != name))
    return columns


EMPLOYERS = Sheet(
    "参会单位汇总表",
    _columns("""
序号: @number
展位号: @stall
单位名称: @employer | 名称
英文名称: 单位英文名称 | 企业英文名称 | 公司英文名称 | @english
统一社会信用代码: 信用代码 | 社会信用代码 | 统一信用代码 | 组织机构代码 | 营业执照号 | 税号 | USCC |
    Credit code | Unified social credit code | Social credit code | Registration number |
    Company registration number
单位性质: 企业性质 | 单位类型 | 企业类型 | 公司性质 | 机构性质 | 性质 | 所有制 | 经济类型 | Nature |
    Type of employer | Employer type | Company type | Ownership | Nature of business
所属行业: 行业 | 单位行业 | 行业类别 | 行业类型 | 行业门类 | 企业行业 | 所在行业 | Industry | Sector |
    Business sector | Industry sector
单位规模: 规模 | 企业规模 | 公司规模 | 人员规模 | 员工人数 | 单位人数 | 职工人数 | Size | Company size |
    Number of employees | Employees | Staff size
所在地: 单位所在地 | 地区 | 所在地区 | 所在城市 | 单位地址 | 企业所在地 | 注册地 | 省市 | 地址 | Location |
    City | Region | Address | Place | Province
参会联系人: @contact
联系电话: @phone
参会人数: 到会人数 | 参加人数 | 参会人员数 | 现场人数 | 参会人员数量 | Attending | People attending |
    Number attending | Number of recruiters | Recruiters | Persons
车牌号: 车牌 | 车牌号码 | 车辆号牌 | 车辆牌照 | Licence plate | License plate | Plate | Plate number | Car
岗位数: 岗位数量 | 职位数 | 职位数量 | 岗位个数 | 招聘岗位数 | 提供岗位数 | Openings | Number of openings |
    Number of posts | Posts | Vacancies | Jobs
需求人数: 招聘人数 | 需求数 | 招聘数量 | 需求总人数 | 招聘总人数 | 拟招聘人数 | 拟招人数 | 计划招聘人数 |
    岗位需求人数 | Headcount | Headcount wanted | Hires | Number of hires | People wanted
备注: @remark
"""),
    ("单位名称",),
    _lines("""
aliases: 参会单位 | 参会企业 | 参展单位 | 参展企业 | 单位汇总 | 企业汇总 | 企业名单 | 单位名单 | 用人单位 |
    employers | exhibitors | companies
""")["aliases"],
)

OPENINGS = Sheet(
    "岗位需求表",
    _columns("""
序号: @number
单位名称: @employer | 名称
岗位名称: 职位名称 | 岗位 | 职位 | 招聘岗位 | 招聘岗位名称 | 招聘职位 | 需求岗位 | 岗位/职位 | 职务名称 |
    Opening | Position | Position title | Job | Job title | Post | Vacancy | Role | Title
岗位类别: 职位类别 | 岗位类型 | 职位类型 | 岗位性质 | 职能类别 | Category | Job category | Job type |
    Function
需求专业: 专业要求 | 专业需求 | 招聘专业 | 要求专业 | 相关专业 | 所需专业 | 专业及方向 | Majors wanted |
    Required major | Required majors | @major
学历要求: 学历需求 | 要求学历 | 最低学历 | 学位要求 | Required degree | Minimum degree | @degree
需求人数: 招聘人数 | 需求数 | 招聘数量 | 需求总人数 | 招聘总人数 | 拟招聘人数 | 拟招人数 | 计划招聘人数 |
    岗位需求人数 | Headcount | Headcount wanted | Hires | Number of hires | People wanted | 人数 |
    招聘名额 | 名额 | 岗位人数 | 数量 | Number | Number wanted | Openings
薪资待遇: 薪资 | 待遇 | 薪酬 | 薪酬待遇 | 薪资范围 | 薪酬范围 | 工资 | 月薪 | 年薪 | 薪资水平 | 福利待遇 |
    工资待遇 | 薪资福利 | Salary | Pay | Pay range | Salary range | Compensation | Wage
工作地点: 地点 | 工作地 | 工作城市 | 工作地区 | 工作单位所在地 | 就业地点 | 上班地点 | Location |
    Work location | Place of work | Workplace | City
简历投递邮箱: 邮箱 | 投递邮箱 | 简历邮箱 | 联系邮箱 | 电子邮箱 | 电子邮件 | 招聘邮箱 | 投递方式 | Email |
    E-mail | Email address | CV email | Application email
网申链接: 网申地址 | 链接 | 网址 | 投递链接 | 网申网址 | 招聘网址 | 招聘官网 | 报名链接 | 简历投递链接 |
    Link | URL | Website | Application link | Apply at | Apply online
截止日期: 截止时间 | 投递截止 | 投递截止日期 | 网申截止 | 报名截止 | 有效期 | 截至日期 | 截至时间 |
    Deadline | Closing date | Apply by | Closes
英文名称: 岗位英文名称 | 职位英文名称 | @english
备注: @remark
"""),
    ("单位名称", "岗位名称"),
    _lines("""
aliases: 岗位需求 | 岗位信息 | 岗位汇总 | 岗位表 | 岗位列表 | 招聘岗位 | 招聘需求 | 职位表 | 职位需求 |
    需求信息表 | openings | positions | vacancies | jobs
""")["aliases"],
)

STUDENTS = Sheet(
    "学生预约名单",
    _columns("""
序号: @number
姓名: 学生姓名 | 毕业生姓名 | 考生姓名 | Student name | Student | @person
学校: @school
学校标识码: @school_code
学号: 学生学号 | 学生号 | 学籍号 | Student ID | Student number | Student no | Matriculation number
学历层次: @degree
专业: @major
毕业年份: 毕业年度 | 届别 | 毕业届 | 毕业届别 | 毕业时间 | 毕业年 | 届次 | 应届年份 | 毕业年月 | Year |
    Graduation year | Year of graduation | Class of | Class | Graduating in
手机号: @phone
预约时段: 时段 | 预约时间 | 预约场次 | 预约时间段 | 时间段 | 入场时段 | 入场时间 | 场次 | 参会时段 | Slot |
    Time slot | Entry slot | Booked slot | Session | Entry time
提交时间: 报名时间 | 填报时间 | 提交日期 | 登记时间 | 申请时间 | 创建时间 | 答题时间 | 提交答卷时间 |
    Submitted | Submitted at | Submission time | Registered at | Registration time | Timestamp | Created
状态: @status
现场提示: @staff_note
备注: @remark
"""),
    ("姓名", "学校"),
    _lines("""
aliases: 学生预约 | 学生名单 | 毕业生名单 | 毕业生预约 | 预约名单 | 学生报名 | 报名名单 | 学生信息 |
    毕业生信息 | students | graduates | bookings | registrations
""")["aliases"],
)

PARTICIPANTS = Sheet(
    "参会人员名单",
    _columns("""
序号: @number
姓名: @person
单位名称: @workplace
职务: @position
手机号: @phone
证件类型: 人员类型 | 人员类别 | 类型 | 类别 | 身份 | 参会身份 | 参会类型 | 证件类别 | 胸牌类型 | 证件种类 |
    Badge type | Badge | Type | Kind | Category
状态: @status
现场提示: @staff_note
备注: @remark
"""),
    ("姓名", "证件类型"),
    _lines("""
aliases: 参会人员 | 参会人名单 | 人员名单 | 工作人员 | 志愿者名单 | 嘉宾名单 | 媒体名单 | participants |
    badges | staff
""")["aliases"],
)

PROGRAMME = Sheet(
    "活动日程",
    _columns("""
活动编号: 编号 | 序号 | 场次编号 | ID | No | Session number | Session ID | Code
活动名称: 名称 | 主题 | 活动主题 | 活动 | 题目 | 讲座名称 | 讲座题目 | 宣讲会名称 | 内容 | 活动内容 |
    Title | Session | Event | Event title | Name | Topic | Session title
英文名称: 活动英文名称 | @english
类型: 活动类型 | 活动类别 | 类别 | 活动形式 | Type | Kind | Category | Session type | Event type
日期: 活动日期 | 举办日期 | 时间（日期） | Date | Day
开始时间: 开始 | 起始时间 | 开始时刻 | 起 | Start | Starts | Start time | From | Begins
结束时间: 结束 | 终止时间 | 结束时刻 | 止 | End | Ends | End time | To | Until
地点: 活动地点 | 举办地点 | 会场 | 场地 | 教室 | 房间 | Place | Venue | Room | Location | Hall
主讲: 主讲人 | 嘉宾 | 主讲嘉宾 | 演讲人 | 讲师 | 主持人 | 主办单位 | 宣讲单位 | Speaker | Speakers | Host |
    Lecturer | Presenter
座位数: 座位 | 容量 | 人数上限 | 席位数 | 名额 | 人数 | Seats | Capacity | Places
备注: @remark
"""),
    ("活动名称", "日期", "开始时间", "结束时间"),
    _lines("""
aliases: 日程 | 活动安排 | 议程 | 活动表 | 宣讲会安排 | 讲座安排 | programme | program | schedule | agenda |
    sessions
""")["aliases"],
)

DELEGATIONS = Sheet(
    "代表团名单",
    _columns("""
序号: @number
代表团: 团组 | 团名 | 代表团名称 | 团组名称 | 团队 | 团队名称 | Delegation | Delegation name | Group |
    Group name
省份: 地区 | 省市 | 来源地 | 所在省份 | 所在省 | 来源省份 | 省（区、市） | 省 | Province | Region | From |
    Origin
批次: 批 | 参访批次 | 走访批次 | Batch | Batch number | Wave | Round
车次: 车号 | 车辆 | 乘车 | 车辆号 | 大巴 | 大巴号 | Coach | Coach number | Bus | Bus number | Vehicle
领队: 带队 | 带队人 | 带队老师 | 带队教师 | 领队姓名 | 团长 | Leader | Team leader | Group leader | Head
姓名: 成员姓名 | 团员姓名 | Member | Member name | @person
单位: @workplace
职务: @position
手机号: @phone
预计到达: 预计到达时间 | 到达时间 | 抵达时间 | 预计抵达 | 预计抵达时间 | Expected | Expected arrival |
    Arrival | Arrival time | ETA
状态: @status
现场提示: @staff_note
备注: @remark
"""),
    ("姓名", "批次"),
    _lines("""
aliases: 代表团 | 团组名单 | 访企名单 | 访企拓岗 | 参访名单 | delegations | delegation | delegates
""")["aliases"],
)

SCHOOLS = Sheet(
    "校方展位表",
    _columns("""
序号: @number
展位号: @stall
学校名称: 学校 | @school
英文名称: 学校英文名称 | @english
学校标识码: @school_code
参会教师: 教师 | 参会老师 | 老师 | 就业中心联系人 | 教师姓名 | Teacher | Staff | @contact
职务: @position
联系电话: @phone
生源总数: 生源数 | 毕业生总数 | 毕业生人数 | 毕业生数 | 总人数 | 生源人数 | 合计 | Graduates | Total |
    Number of graduates | Total graduates
专科: 专科生 | 高职 | 专科（高职） | 大专 | 专科毕业生 | 专科人数 | Associate | Junior college | Diploma
本科: 本科生 | 学士 | 本科毕业生 | 本科人数 | Bachelor | Bachelors | Undergraduate | Undergraduates
硕士: 硕士生 | 硕士研究生 | 硕士毕业生 | 硕士人数 | Master | Masters | Postgraduates
博士: 博士生 | 博士研究生 | 博士毕业生 | 博士人数 | Doctor | Doctors | Doctorate | PhD | PhDs
优势专业: 特色专业 | 重点专业 | 主要专业 | 优势学科 | 优势特色专业 | 强势专业 | Strengths | Strong majors |
    Key majors | Main majors | Specialities
就业指导中心: 就业办 | 就业办公室 | 就业中心 | 学生就业指导中心 | 毕业生就业办公室 | 就业指导处 | 就业处 |
    招生就业处 | 就业部门 | 就业服务中心 | 就业指导中心联系方式 | 就业办联系方式 | 就业办地址 | 就业办电话 |
    就业指导中心地址 | 就业指导中心电话 | Careers office | Careers centre | Career centre | Career center |
    Careers service | Career office | Office
备注: @remark
"""),
    ("学校名称", "展位号"),
    _lines("""
aliases: 校方展位 | 学校展位 | 高校展位 | 院校展位 | 参会高校 | 参会学校 | 参会院校 | 高校名单 | 学校名单 |
    schools | universities
""")["aliases"],
)

POOLS = Sheet(
    "生源信息表",
    _columns("""
序号: @number
学校名称: 学校 | @school
学校标识码: @school_code
学历: @degree
专业: @major
人数: 生源人数 | 毕业生人数 | 毕业生数 | 生源数 | 学生人数 | 数量 | Number | Count | Graduates |
    Number of graduates | Headcount
备注: @remark
"""),
    ("学校名称", "学历", "专业", "人数"),
    _lines("""
aliases: 生源信息 | 生源表 | 生源统计 | 生源情况 | 生源汇总 | pools | graduate pool
""")["aliases"],
)

GEOMETRY = Sheet(
    "展位坐标",
    _columns("""
展位号: @stall
楼层: 层 | 馆 | 展馆 | 楼 | 层号 | 平面 | Level | Floor | Hall | Storey
X: X坐标 | 横坐标 | 左 | x (m) | Left | X position
Y: Y坐标 | 纵坐标 | 上 | y (m) | Top | Y position
宽: 宽度 | 宽（米） | 长 | 长度 | Width | W
高: 高度 | 深 | 深度 | 进深 | Depth | Height | D | H
朝向: 开口方向 | 方向 | 开口 | 朝向角度 | Heading | Facing | Side | Opens to | Direction | Orientation
备注: @remark
"""),
    ("展位号", "楼层", "X", "Y", "宽", "高", "朝向"),
    _lines("""
aliases: 坐标 | 展位图数据 | 展位几何 | geometry | stall geometry | booth geometry | coordinates
""")["aliases"],
)

KINDS = (EMPLOYERS, OPENINGS, STUDENTS, PARTICIPANTS, PROGRAMME, DELEGATIONS, SCHOOLS, POOLS, GEOMETRY)
"""All kinds of sheet."""
