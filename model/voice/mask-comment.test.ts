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
