/** The usual surnames of one character: more than nine in ten of all people in China. */
export const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫阎雷段龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文洪温庞樊兰殷施颜倪邢俞章鲁葛翟裴聂焦齐辛管柴祝左涂耿宁欧柯阮尚古骆毕曲梅舒鲍霍童凌';
const DOUBLE = ['欧阳', '上官', '司马', '诸葛', '司徒', '东方', '皇甫', '尉迟', '公孙', '慕容', '夏侯', '令狐', '端木', '南宫', '长孙', '宇文'];

/** Words that end in a character that is also a surname: 官方经理 is not somebody of the name 方. */
const WORDS =
  '对方 官方 双方 甲方 乙方 我方 贵方 地方 各方 多方 前任 现任 责任 担任 信任 非常 经常 日常 正常 异常 平常 最高 提高 太高 很高 感谢 多谢 谢谢 答谢 致谢 一万 十万 百万 千万 两万 基金 资金 现金 保险金 养老金 年金 佣金 本金 健康 历史 阶段 时段 由于 关于 对于 终于 属于 在于 至于 任何 如何 为何 几何 一张 两张 三张 这张 那张 紧张 主张 立马 也许 允许 许许 上周 下周 每周 一周 两周 这周 本周 照顾 回顾 方向 一向 工程 流程 课程 全程 过程 远程 明白 空白 分钟 钟点 其余 剩余 中文 英文 条文 公文 主管 接管 保管 不管 尽管 容易 交易 简易 不易 高高 家庭 安宁 交钱 付钱 花钱 退钱 扣钱 缴钱 赔钱 省钱 实施 措施 单章 印章 盖章 毛毛 凌晨 马上 马虎 黄金 白金 许多 任务 金卡 金额 施工 温哥 常务 员工 手工 等于 小于 大于 儿童 庄严 加严 千古 时尚 高尚 白白 完毕 毕毕 对付 支付 应付 代付 给付 预付 辛辛 长江 夹江 一齐 补齐 凑齐 华夏 江苏 复苏 舒舒 旁左 一石 钻石'.split(
    ' ',
  );

const singles: ReadonlySet<string> = new Set(SURNAMES);
const doubles: ReadonlySet<string> = new Set(DOUBLE);
const words: ReadonlySet<string> = new Set(WORDS.map((word) => word.slice(-2)));

/** Those among the surnames that are also everyday words; before another surname they are taken for the word (谢王先生). */
const OFTEN_WORDS: ReadonlySet<string> = new Set('谢向于和任何许由付常高万白文管易');

/**
 * How many characters at the end of a text are a name: a surname alone, or with a given name of one or two characters; 0 when none.
 * Where two readings are possible the longer is taken: what is not a name is masked rather than a name shown.
 *
 * @example nameAtEnd('请让欧阳') // 2
 * @example nameAtEnd('感谢王') // 1
 * @example nameAtEnd('官方') // 0
 */
export function nameAtEnd(text: string): number {
  for (const length of [4, 3, 2]) {
    const name = text.slice(-length);
    if (name.length === length && doubles.has(name.slice(0, 2)) && HAN.test(name)) return length;
  }
  for (const length of [3, 2, 1]) {
    const name = text.slice(-length);
    if (name.length !== length || !HAN.test(name) || !isSurname(text, text.length - length)) continue;
    const given = name.slice(1);
    if (NEVER_GIVEN.test(given)) continue;
    if (given !== '' && OFTEN_WORDS.has(name.slice(0, 1)) && nameAtEnd(given) > 0) continue;
    return length;
  }
  return 0;
}

const HAN = /^[\u4E00-\u9FFF]+$/;
/** What stands between a surname-like character and a title without being a given name: 于客户(经理), 高级(经理). */
const NEVER_GIVEN = /客户|大堂|部门|产品|项目|业务|理财|区域|^级|资深|[副总的了是在给让叫找和与有没位名个这那哪您你我他她们]|值班|客服|销售|保险|柜|服务|售后|^谢|^老|^女|^男|^美|^小$/;

function isSurname(text: string, at: number): boolean {
  const one = text.charAt(at);
  return singles.has(one) && !words.has(text.charAt(at - 1) + one) && !words.has(one + text.charAt(at + 1));
}

/** Whether a name may begin here. @example startsWithSurname('欧阳明') // true */
export const startsWithSurname = (text: string): boolean => doubles.has(text.slice(0, 2)) || isSurname(text, 0);

/** Whether the surname here is more often an everyday word: 高效, 于是. */
export const startsLikeWord = (text: string): boolean => OFTEN_WORDS.has(text.slice(0, 1));

/** Whether two characters, the first of them a surname, are an everyday word. @example isEverydayWord('施工') // true */
export const isEverydayWord = (pair: string): boolean => words.has(pair);
