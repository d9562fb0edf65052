import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MASK_RULES, maskComment } from './mask-comment';

test.each([
  ['a mobile', '打13812345678没人接', '打****没人接'],
  ['one in groups', '138-1234-5678', '****'],
  ['one in groups of spaces', '我的手机 138 1234 5678', '我的手机 ****'],
  ['one in other groups', '号码1381-2345-678', '号码****'],
  ['one in groups of two', '138 12 34 56 78', '****'],
  ['one with dots', '138.1234.5678', '****'],
  ['one with +86', '请回电 +86 13812345678', '请回电 ****'],
  ['one with 0086', '008613812345678', '****'],
  ['one in full-width digits', '电话１３８１２３４５６７８', '电话****'],
  ['two', '13812345678或19912345678', '****或****'],
  ['a landline', '座机010-12345678', '座机****'],
  ['a landline in brackets', '(021) 6234 5678', '****'],
  ['a landline with an extension', '0755-82345678转801', '****'],
  ['a landline without its area, said to be one', '打电话 8234 5678', '打电话 ****'],
  ['an identity number', '身份证11010519491231002X过期', '身份证****过期'],
  ['one with a small x', '11010519491231002x', '****'],
  ['one in groups', '110105 19491231 0021', '****'],
  ['one typed with a wrong check character', '110105194912310029', '****'],
  ['one of 15 digits', '证件是110105491231002', '证件是****'],
  ['one of 15 digits with nothing said', '110105491231002', '****'],
  ['a card', '6222021234567890123', '****'],
  ['a card in groups of four', '卡 6222 0212 3456 7890', '卡 ****'],
  ['a card in dashes', '4111-1111-1111-1111', '****'],
  ['a card said to be one', '卡号：123456789012', '卡号：****'],
  ['a policy number', '保单号P2026112600012345', '保单号****'],
  ['a policy number of digits', '保单号码：88001234', '保单号码：****'],
  ['a policy number with nothing said', '2019440301S42000123456 查不到', '**** 查不到'],
  ['a policy number in English', 'policy number is GL-20394857', 'policy number is ****'],
  ['a long number with nothing said', '20261126000012345678', '****'],
  ['mail', 'write to li.lei+a@example.com.cn now', 'write to **** now'],
  ['an account of a messenger', '加我微信abc_12345', '加我微信****'],
  ['QQ', 'QQ：123456789', 'QQ：****'],
  ['a passport', '护照E12345678', '护照****'],
  ['a number plate', '车牌粤B12345', '车牌****'],
  ['a surname with a title', '王先生没回电话', '**先生没回电话'],
  ['李经理', '李经理很专业', '**经理很专业'],
  ['张女士', '感谢张女士', '感谢**女士'],
  ['a whole name with a title', '王小明先生和张伟女士', '**先生和**女士'],
  ['a double surname', '欧阳老师讲得清楚', '**老师讲得清楚'],
  ['a name after a verb that is a surname', '谢王先生', '谢**先生'],
  ['a name after 向', '向李主任反映过', '向**主任反映过'],
  ['a boss', '王总，您好', '**总，您好'],
  ['a nickname after a role', '客服小王态度好', '客服小**态度好'],
  ['a name after a role', '业务员李明很负责', '业务员**很负责'],
  ['one’s own name', '我叫张三丰', '我叫**'],
  ['one’s own surname', '我姓刘，打了三次', '我姓**，打了三次'],
  ['Mr', 'Mr Smith never called', 'Mr ** never called'],
  ['Ms. with a whole name', 'Thanks to Ms. Li Na for help', 'Thanks to Ms. ** for help'],
  ['a manager in English', 'Manager Wang was kind', 'Manager ** was kind'],
  ['one’s own name in English', 'my name is John Brown', 'my name is **'],
  ['+86 in brackets', '请打（+86）138 1234 5678', '请打****'],
  ['+86 in groups of dashes', '+86-138-1234-5678', '****'],
  ['0086 in groups', '0086-138-1234-5678', '****'],
  ['a mobile in full-width groups', '１３８－１２３４－５６７８', '****'],
  ['an identity number in dashes', '110105-19491231-002X', '****'],
  ['one in groups of four, said to be one', '身份证 1101 0519 4912 3100 2X', '身份证 ****'],
  ['a social security card', '社保卡号 440301198801', '社保卡号 ****'],
  ['a policy number in groups', '保单号 8860 1234 5678 查不到', '保单号 **** 查不到'],
  ['one in parts, with nothing said', '2026-440301-S42-000123456 失效了', '**** 失效了'],
  ['one of a prefix and a year', 'P-2026-00012345', '****'],
  ['a contract', '保险合同号 2026-440301-S42-000123456', '保险合同号 ****'],
  ['a claim', '报案号：90012345，理赔号LP202611260012', '报案号：****，理赔号****'],
  ['a claim in English', 'claim number CL-00020394 is stuck', 'claim number **** is stuck'],
  ['a messenger without a digit, said to be one', '微信号 zhangsan_abc', '微信号 ****'],
  ['one to be added', '加我微信zhangsan', '加我微信****'],
  ['WeChat', 'my WeChat id: li-lei88', 'my WeChat id: ****'],
  ['a mobile that is one', '我的微信号是13812345678', '我的微信号是****'],
  ['QQ in other words', '扣扣12345678', '扣扣****'],
  ['mail with a full-width @', 'a.b＠qq.com', '****'],
  ['mail in words', 'write to zhang_san at gmail.com', 'write to ****'],
  ['a number plate with a dot', '粤B·12345 和沪A D12345', '**** 和****'],
  ['a new number plate', '京AD12345', '****'],
  ['a house', '寄到广州市天河区体育西路101号', '寄到广州市天河****'],
  ['a flat', '张江路123弄4号501室', '****'],
  ['a flat without its street', '送到3号楼2单元501室', '送到****'],
  ['a house in English', 'I live at 88 Jianguo Road', 'I live at ****'],
  ['an engineer', '谢谢王工', '谢谢**工'],
  ['a doctor of something', '王博士和孙护士', '**博士和**护士'],
  ['a sister', '王姐很好', '**姐很好'],
  ['an old one', '老张说可以，找小李', '老**说可以，找小**'],
  ['a surname before a long title', '让周客户经理回电', '让**客户经理回电'],
  ['a party of the contract', '投保人张三，被保险人王小明，受益人：李四', '投保人**，被保险人**，受益人：**'],
  ['a relative', '我爸王建国，我老公李强', '我爸**，我老公**'],
  ['who somebody is', '你好，我是王小明', '你好，我是**'],
  ['who somebody is in English', "I'm John Smith and I waited", "I'm ** and I waited"],
  ['several', '张女士，电话13812345678，卡6222021234567890123', '**女士，电话****，卡****'],
])('%s is masked', (_, text, shown) => {
  expect(maskComment(text)).toBe(shown);
});

test.each([
  '贷款350000元，2026-11-26到账',
  '额度30万，我要35万',
  '保费 12,345.67 元扣了两次',
  '总保额13812345678元',
  '2026年11月26日 10:03:20',
  '20261126 提交，20261126100320 到账',
  '等了3天5次，打了12个电话',
  '收益率3.1415926',
  '拨95519转0，再拨4008695519',
  '第100200300次尝试',
  '产品代码 CL-2026A、iPhone15 Pro、Android 14',
  '版本5.12.1，错误码E1024',
  '订单 A20261126',
  '房价 1380000 到 1990000',
  '13-15 号之间，2025-2026 年',
  '客户经理很好，大堂经理不在',
  '官方客服和对方经理都不管',
  '于是产品经理说高级经理在',
  '基金经理、健康顾问、课程顾问',
  '谢谢老师，谢谢先生',
  '我老师说可以，这位先生',
  '我的总经理，总监也在，王总是不在的地方',
  '客服高效，客服于是挂了，客服万分热情',
  '空中小姐一样的服务',
  '微信支付、微信 500 元、QQ 音乐',
  'Dr visit was fine, miss you, the agent was rude',
  'Manager was kind. Agent App works',
  'I waited 20 minutes and paid 1,380,000.50',
  '@客服 在吗',
  '金瑞人生、金瑞人生2号、国寿福臻享版2023',
  '订单金额 350000.00，利率 3.25%，8.8折，1000000 元',
  '2026/11/26 和 2026.11.26，2026-11-26 10:20',
  '地铁3号线，2号窗口，10号到账，第12345678号公告',
  '南京路88号网点、中山路12号的营业厅、5号楼的柜面',
  '微信 Android 8.0 版、微信扫码、WeChat payment failed、QQ邮箱收不到',
  '保单 3 年了，保单2份，保单号在哪看，保单2026年到期',
  '验证码 482913，400-800-8888，95519',
  '施工、员工、手工、职工，加工',
  '小于 30 万，老客户，小程序，老毛病，小额，小高层',
  '我是老客户，我是金卡会员，我是高龄客户，我是说不行',
  '向客户经理反映，由客户经理办，对于理财经理',
  '我爸马上要用，我妈不会弄，我儿子帮忙',
  '被保险人年龄，受益人变更，投保人必须到场，联系人电话变了',
  'This is Very slow, I am Happy',
  'COVID-19, ISO-27001, T+1, 7*24, 1-2 天, A-1001-2002',
  '',
])('%s only looks alike and stays', (text) => {
  expect(maskComment(text)).toBe(text);
});

const part = fc.oneof(
  fc.constantFrom('王先生', '李 经理', '张伟女士', '欧阳老师', '客服小王', '业务员李明', '谢', '向', '高', '保单号', '电话', '微信', '身份证', '：', ' ', '-', '+86', '13812345678', '110105', '19491231', '002X', '6222', '元', 'Mr ', 'Smith', 'P', '@a.cn', '很好', '**', '****'),
  fc.nat({ max: 99_999_999 }).map(String),
  fc.string({ maxLength: 4 }),
);

test('masking what is masked changes nothing', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const once = maskComment(parts.join(''));
      expect(maskComment(once)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

test('a mobile number with any separators is gone wherever it stands between words', () => {
  const around = fc.constantFrom('', '，', '打', '请回电 ', '谢谢', '\n', 'call ');
  fc.assert(
    fc.property(around, around, fc.constantFrom('', '-', ' ', '.'), fc.constantFrom('', '+86', '86 ', '+86-'), fc.integer({ min: 3, max: 9 }), fc.nat({ max: 999_999_999 }), (before, after, between, country, second, rest) => {
      const digits = `1${second}${String(rest).padStart(9, '0')}`;
      const shown = maskComment(`${before}${country}${digits.slice(0, 3)}${between}${digits.slice(3, 7)}${between}${digits.slice(7)}${after}`);
      expect(shown).not.toMatch(/\d/);
    }),
  );
});

test('no rule finds anything where the hints leave it out', () => {
  const maskByAll = (text: string): string => {
    const next = MASK_RULES.reduce((rest, { mask }) => mask(rest), text);
    return next === text ? text : maskByAll(next);
  };
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      expect(maskComment(parts.join(''))).toBe(maskByAll(parts.join('')));
    }),
    { numRuns: 1000 },
  );
});
