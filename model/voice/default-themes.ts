import { type ThemeDictionary, themeDictionary } from './theme';

const split = (words: string): string[] => words.split('、').map((word) => word.trim());

const THEMES: [id: string, zh: string, en: string, words: string][] = [
  ['limit', '额度与规则', 'Limits and rules', '额度、限额、额度受限、超限、上限、受限、限制、超过限额、单笔限额、不符合条件、条件太多、规则、规定、门槛、额度不够、额度太低、limit、limits、maximum、cap、rule、restriction、not eligible、over the limit、封顶、最多、最高只能、自助额度、提额、限制太多、不让办、办不了这么多、too low、restricted、ceiling'],
  ['face-check', '人脸与身份核验', 'Face and identity checks', '人脸、刷脸、人脸识别、面部识别、人脸验证、人脸比对、活体检测、活体、身份验证、身份核验、核身、实名、验证码、认证、识别、识别不了、眨眼、张嘴、摇头、face、face check、face recognition、facial、selfie、identity check、verification code、verify my identity、blink、拍脸、扫脸、脸部、认脸、本人验证、本人、身份认证、动作检测、比对、眼镜、光线、camera、recognise、recognize、verification、identity'],
  ['payment', '扣款与缴费', 'Payments', '扣款、扣费、缴费、续期、续费、交费、缴保费、保费、扣钱、重复扣款、余额、余额不足、代扣、自动扣款、支付、付款、银行卡、划扣、payment、pay、paid、premium、charge、charged twice、debit、deduction、renewal、auto-pay、扣两次、入账、转账、划账、缴纳、交钱、卡里、绑卡、换卡、还款、bank card、deducted、billing、transfer'],
  ['upload', '材料上传', 'Documents', '资料、材料、上传、照片、图片、拍照、证明、发票、单据、病历、附件、补材料、补充资料、原件、复印件、扫描件、upload、document、photo、paperwork、invoice、receipt、attachment、picture、文件、传不上、传上去、清晰度、模糊、重拍、单证、诊断书、凭证、纸质、清单、file、scan、blurry、uploads、paper'],
  ['claim-result', '理赔结果', 'Claim outcomes', '理赔、赔付、赔款、拒赔、理赔款、赔了、少赔、理赔结果、赔付金额、核赔、结案、报销、claim、payout、reimbursement、rejected my claim、claim decision、compensation、赔钱、赔得、赔少、定损、审核结果、给付、拒绝赔付、不赔、赔多少、住院、claims、settlement、paid out、denied'],
  ['refund', '退款与退保', 'Refunds and surrender', '退款、退保、退费、退钱、退回、退还、现金价值、损失太大、犹豫期、解约、refund、surrender、money back、cash value、cancel my policy、cancellation、退给、退到、扣掉、退出、取消保单、原路、损失、退得、refunded、penalty、give back'],
  ['notice', '通知与提示', 'Notices and explanations', '通知、提醒、短信、提示、没收到通知、看不懂、说明、解释、不清楚、没说清楚、条款、告知、消息、推送、没有说明、notice、notification、reminder、text message、explain、explanation、unclear、instructions、wording、told、告诉、消息通知、弹窗、公告、账单、明细、专业词、术语、没人说、写得、字面、不明白、看不明白、事先、email、message、letter、informed、confusing、jargon'],
  ['navigation', '入口与指引', 'Finding the way', '入口、找不到、哪里、菜单、页面、指引、导航、藏得深、层级、按钮、找了半天、在哪、跳转、find、menu、button、navigate、navigation、hidden、page layout、where to、藏、搜索、搜不到、路径、在哪儿、不知道点哪、首页、分类、界面、布局、search、where is、could not find、look for、screen、layout'],
  ['convenience', '便捷体验', 'Convenience', '方便、便捷、省事、省心、不用跑、不用去网点、简单、流程简单、流程、步骤、繁琐、麻烦、复杂、一键、足不出户、线上办理、跑腿、跑一趟、convenient、easy、simple、smooth、hassle、complicated、steps、from home、省时、轻松、一步到位、操作简便、不用出门、手机上、在家、搞定、几步、简化、绕、convenience、effortless、simplify、paperless、quick to use'],
  ['system', '系统故障', 'System errors', '系统、闪退、卡顿、卡死、打不开、报错、白屏、崩溃、系统繁忙、死机、加载、转圈、网络异常、错误、版本、升级、登录不上、登录、bug、app、crash、crashed、error、freeze、frozen、loading、blank screen、log in、login、崩、死机了、卡、断线、掉线、黑屏、刷新、没反应、无响应、异常、服务器、更新、兼容、slow app、hang、hung、down、timeout、broken、restart'],
  ['wait', '等待与时效', 'Waiting and speed', '等待、等了、排队、太慢、很慢、慢、多久、迟迟、到账、时效、及时、很快、速度、效率、半天、几天、三天、一周、拖、秒到、当天、催、wait、waiting、waited、slow、fast、quick、quickly、speed、queue、delay、days、hours、minutes、prompt、等、久、等到、拖延、效率低、第二天、隔天、长时间、时间长、不及时、迅速、马上、立刻、分钟、小时、took、forever、long、same day、immediately、instantly'],
  ['agent-attitude', '服务态度', 'Staff', '态度、耐心、热情、专业、客服、坐席、空中客服、业务员、代理人、客户经理、工作人员、礼貌、亲切、不耐烦、敷衍、推诿、服务态度、staff、agent、attitude、polite、rude、patient、friendly、professional、helpful、representative、advisor、服务好、讲解、顾问、业务人员、柜员、小姐姐、服务人员、接待、语气、冷淡、细心、认真、负责、热心、service、courteous、attentive、caring、unhelpful'],
  ['followup', '接续与回访', 'Being picked up', '回电、回电话、主动联系、主动、联系我、没人管、没人联系、转人工、人工、重复说、再说一遍、跟进、回访、接着办、后续、无人跟进、没有下文、打电话来、call back、called back、called me、follow up、followed up、nobody called、repeat myself、picked up where、human、打过来、打给我、来电、跟踪、回复、没人理、没人接、重新说、从头说、联系过、追踪、接手、接上、没人跟、交接、ring back、rang、contacted、got back、reached out、hear back、start over、start again'],
  ['elderly', '适老服务', 'Older customers', '老人、老年人、父母、字太小、字体、字号、看不清、年纪大、爸妈、老人家、不会用、大字版、子女、奶奶、爷爷、elderly、parents、mother、father、older、font、small print、large print、old people、长辈、老妈、老爸、父亲、母亲、老花、年龄大、岁、上岁数、不识字、家里老人、放大、senior、seniors、old、grandmother、grandfather、bigger、glasses'],
];

/** The dictionary that is there before anybody edits it: themes of a life insurer's service. */
export const DEFAULT_THEMES: ThemeDictionary = themeDictionary.parse({
  themes: THEMES.map(([id, zh, en, words]) => ({ id, name: { zh, en }, words: split(words) })),
  positive: split(
    '好、很好、不错、满意、方便、便捷、快、很快、及时、清楚、耐心、热情、专业、感谢、谢谢、点赞、赞、省心、省事、顺利、顺畅、简单、贴心、靠谱、解决了、推荐、放心、周到、good、great、excellent、happy、satisfied、easy、quick、fast、helpful、thanks、thank、smooth、clear、kind、polite、friendly、love、recommend、solved、impressed、patient、professional、convenient',
  ),
  negative: split(
    '差、太差、慢、太慢、很慢、麻烦、繁琐、复杂、失败、不满意、失望、生气、投诉、卡、卡顿、闪退、报错、打不开、看不懂、找不到、没人、没人管、敷衍、推诿、拒绝、糟糕、烦、坑、浪费时间、不行、没用、白跑、迟迟、半天、不合理、太低、太小、太多、bad、poor、terrible、slow、rude、failed、fail、error、crash、crashed、confusing、unclear、disappointed、angry、complain、useless、waste、worse、worst、annoying、complicated、nobody、unacceptable、frustrating',
  ),
  negations: split('不、没、没有、未、无、别、不太、不够、并不、不是、not、no、never、isn\'t、wasn\'t、don\'t、didn\'t、cannot、can\'t'),
});
