/** What a comment is about: ids of the product's own themes, so that reading it can be measured. */
export type CommentTheme =
  | 'limit' | 'face-check' | 'payment' | 'upload' | 'claim-result' | 'refund' | 'notice' | 'navigation' | 'convenience' | 'system' | 'wait' | 'agent-attitude' | 'followup' | 'elderly';

/** One way of saying something; `{slots}` are filled anew each time. */
export interface CommentTemplate {
  theme: CommentTheme;
  mood: 'good' | 'bad';
  text: string;
  /** Said of these journeys alone; of any where absent. */
  journeys?: readonly string[];
  /** Phrasing that nobody looks at while writing the theme dictionary: what its accuracy is honestly measured on. */
  heldOut?: true;
}

type Row = readonly [theme: CommentTheme, mood: 'good' | 'bad', text: string, journeys?: string];

/** Synthetic; `journeys` separated by spaces. Their order is part of every stored comment's id: add at the end. */
const SEEN: readonly Row[] = [
  ['limit', 'bad', '想借{amount}，APP 提示超过自助额度，最高只能借 30 万，希望提高限额', 'loan'],
  ['limit', 'bad', '单笔限额太低，{amount}要分好几次，太麻烦', 'loan renewal'],
  ['limit', 'bad', '额度受限也不说为什么，规则看不明白', 'loan change'],
  ['limit', 'good', '超过限额以后马上有人接手，{amount}当天就借到了', 'loan'],
  ['limit', 'bad', 'The limit of 300,000 is too low, I needed {amount} and had to start again', 'loan'],
  ['face-check', 'bad', '人脸识别一直失败，换了{n}个地方光线都不行'],
  ['face-check', 'bad', '刷脸刷了{n}次都不过，身份核验卡住了', 'loan identity change'],
  ['face-check', 'bad', '身份验证提示人像比对不一致，我明明就是本人'],
  ['face-check', 'good', '人脸核验一次通过，很快'],
  ['face-check', 'bad', 'Face recognition failed {n} times in a row, very frustrating'],
  ['payment', 'bad', '银行卡扣款失败，余额明明够，{n}天才发现', 'renewal'],
  ['payment', 'good', '几张保单合并缴费，一次扣款就完成了，省事', 'renewal'],
  ['payment', 'bad', '续期保费重复扣款，打电话才退', 'renewal'],
  ['payment', 'good', '扣款前有余额提示，缴费很顺利', 'renewal'],
  ['payment', 'bad', 'The payment failed although there was enough money on my card', 'renewal'],
  ['upload', 'bad', '理赔资料上传了{n}次，照片总说模糊', 'claim'],
  ['upload', 'bad', '发票和病历的照片传不上去，页面没反应', 'claim'],
  ['upload', 'good', '材料拍照上传就行，不用跑柜面', 'claim change'],
  ['upload', 'bad', 'Uploading the documents took {mins} minutes, every photo was rejected', 'claim'],
  ['claim-result', 'good', '理赔款{days}天就到账了，赔付金额也清楚', 'claim'],
  ['claim-result', 'bad', '理赔结果少赔了{amount}，没有人说明原因', 'claim'],
  ['claim-result', 'bad', '拒赔理由写得含糊，希望重新核赔', 'claim'],
  ['refund', 'bad', '退保损失太大，现金价值比想的少很多', 'surrender'],
  ['refund', 'bad', '犹豫期退款等了{days}天还没退回', 'surrender'],
  ['refund', 'good', '退费很快，{days}天就退回原卡', 'surrender renewal'],
  ['notice', 'bad', '没有收到续期的短信通知，差点断保', 'renewal'],
  ['notice', 'bad', '页面上的说明看不懂，专业词太多'],
  ['notice', 'good', '到期前有提醒短信，账单明细写得清楚', 'renewal'],
  ['notice', 'bad', 'I never got a reminder, the notice came after the due date', 'renewal'],
  ['navigation', 'bad', '保单变更的入口藏得太深，找了半天', 'change'],
  ['navigation', 'bad', '找不到电子保单在哪里下载，菜单层级太多', 'epolicy'],
  ['navigation', 'good', '首页就有入口，指引清楚', 'epolicy renewal loan'],
  ['convenience', 'good', '手机上办完，不用跑网点，很方便'],
  ['convenience', 'good', '流程简单，{mins}分钟搞定，省心'],
  ['convenience', 'bad', '步骤太多太繁琐，能不能简化流程'],
  ['convenience', 'good', 'Very convenient, all done on the phone in {mins} minutes'],
  ['system', 'bad', 'APP 一直闪退，办到一半就要重来'],
  ['system', 'bad', '系统繁忙报错，页面白屏打不开'],
  ['system', 'bad', '加载转圈{mins}分钟，卡死了'],
  ['system', 'bad', 'The app crashed twice before I could finish'],
  ['wait', 'bad', '等了{days}天还没到账，太慢了', 'loan claim surrender'],
  ['wait', 'bad', '柜面排队{mins}分钟，效率低'],
  ['wait', 'good', '到账很快，{mins}分钟就收到了', 'loan'],
  ['wait', 'bad', 'Waited {days} days for an answer, far too slow'],
  ['agent-attitude', 'good', '空中客服很耐心，{name}一步一步教我'],
  ['agent-attitude', 'good', '{name}服务态度热情，专业'],
  ['agent-attitude', 'bad', '客服态度差，问两句就不耐烦'],
  ['agent-attitude', 'bad', '业务员{name}催得太紧，态度不好'],
  ['agent-attitude', 'good', 'The video agent was patient and professional'],
  ['followup', 'good', '失败以后主动给我回电话，帮我接着办完了'],
  ['followup', 'bad', '说会联系我，留了电话{phone}，一直没人回电'],
  ['followup', 'bad', '办到一半没人管，转人工也转不进去'],
  ['followup', 'good', '断了以后有人主动联系，{mins}分钟就解决'],
  ['followup', 'bad', 'Nobody called me back although it was promised'],
  ['elderly', 'bad', '字体太小，老人看不清'],
  ['elderly', 'bad', '父母年纪大，手机上不会操作，希望有长辈版'],
  ['elderly', 'good', '给老人办的，长辈版字大，很好用'],
];

const HELD_OUT: readonly Row[] = [
  ['limit', 'bad', '三十万封顶不够用，我保单现价那么高为什么不让多借', 'loan'],
  ['limit', 'bad', '到了额度就不给办，也没有别的办法'],
  ['face-check', 'bad', '摄像头对着脸眨眼摇头好几回，还是说核验不通过'],
  ['face-check', 'bad', '戴眼镜就刷不了脸，摘了也不行', 'loan identity'],
  ['payment', 'bad', '工资卡里有钱，就是扣不走，说我余额不足', 'renewal'],
  ['payment', 'good', '绑了新卡自动扣保费，不用再操心', 'renewal'],
  ['upload', 'bad', '拍的单子清清楚楚，非说图片不合格，来回补了{n}趟', 'claim'],
  ['upload', 'good', '医院发票拍张照片传上去就受理了', 'claim'],
  ['claim-result', 'good', '小额理赔秒赔，点赞', 'claim'],
  ['claim-result', 'bad', '赔得太少，和当初讲的不一样', 'claim'],
  ['refund', 'bad', '交了好几年，退保才拿回一半', 'surrender'],
  ['notice', 'bad', '什么时候扣钱也不提前说一声', 'renewal'],
  ['notice', 'bad', '条款解释不清楚，看了几遍还是糊涂'],
  ['navigation', 'bad', '按钮在哪儿都看不见，绕了一大圈', 'change epolicy identity'],
  ['convenience', 'good', '足不出户就办好了，真省事'],
  ['convenience', 'bad', '一会儿要这个一会儿要那个，手续复杂'],
  ['system', 'bad', '点下一步没反应，退出去重进又从头来'],
  ['system', 'bad', '晚上老是提示网络异常，根本进不去'],
  ['wait', 'bad', '一个简单的变更拖了{days}天，进度也查不到', 'change'],
  ['wait', 'good', '秒到账，没想到这么快', 'loan'],
  ['agent-attitude', 'good', '接电话的小姑娘说话温柔，问什么都答得上来'],
  ['agent-attitude', 'bad', '柜员爱答不理的，让人心里不舒服'],
  ['followup', 'good', '刚退出来就有人打过来问要不要帮忙，很暖心'],
  ['followup', 'bad', '出了问题踢皮球，身份证{idcard}报了三遍也没下文'],
  ['elderly', 'bad', '七十岁的人哪里会弄这些，儿女又不在身边'],
  ['face-check', 'bad', 'It never accepts my face, I gave up after {n} tries'],
  ['system', 'bad', 'The page froze and everything I typed was gone'],
  ['wait', 'good', 'Money arrived within {mins} minutes, impressive'],
];

const templateOf =
  (heldOut: boolean) =>
  ([theme, mood, text, journeys]: Row): CommentTemplate => ({ theme, mood, text, ...(journeys && { journeys: journeys.split(' ') }), ...(heldOut && { heldOut: true }) });

export const COMMENT_TEMPLATES: readonly CommentTemplate[] = [...SEEN.map(templateOf(false)), ...HELD_OUT.map(templateOf(true))];
