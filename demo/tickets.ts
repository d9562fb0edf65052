import type { Instant } from '#model';
import { type DayNumber, dateOf, dayOf, dayOfDate } from './calendar';
import { entriesOf } from './entries-of';
import { HISTORY } from './generate';
import type { TicketStory } from './ledger-story';
import { menderOf } from './menders';
import { FIXES, ROUNDS } from './programme';
import { renewalMeasures } from './renewal-measures';
import { ticketOfRound } from './round-tickets';

/**
 * The demo insurer's ledger up to a day: a ticket for each fix of the programme, at the stage its dates give it, and the rest of what a
 * ledger has (unowned, late, under way, waived, behind a complaint, sent back). What closes and what recurs is for the evidence to say; that
 * every state is there at any present is the doing of the rounds, whose days are 28 apart and whose effect no small demo can miss.
 *
 * @param history.from tickets registered before it are left out: there are no data to judge them by
 */
export function demoTickets({ until, from = until - HISTORY }: { until: Instant; from?: Instant }): TicketStory[] {
  const today = dayOf(until);
  const since = dateOf(dayOf(from));
  const stories = [...FIXES.flatMap((_, index) => ticketOfFix(index, today) ?? []), ...ROUNDS.map((round) => ticketOfRound(round, today)), renewalProgramme(today), ...others(today)];
  return stories.filter(({ registered }) => registered.on >= since && registered.on <= dateOf(today)).toSorted((a, b) => (a.registered.on < b.registered.on ? -1 : 1));
}

const TITLES: readonly string[] = ['多保单合并交费改版', '双录中断后可续录', '借款额度提示前置，给出人工通道', '理赔影像模糊自动提示重拍', '退保试算提速'];

/** What each fix is expected to bring: drops in proportion that a few weeks of the demo's volume can show. */
const TARGETS: readonly number[] = [0.012, 0.03, 0.022, 0.025, 0.02];

/** Fixes whose ticket is about the first touchpoint alone: on the others too few customers meet them. */
const FIRST_ONLY: readonly number[] = [0, 1, 2, 4];

/** The fix that 60 days of the demo's volume cannot show: only waiving is left. */
const TOO_SMALL = 4;

function ticketOfFix(index: number, today: DayNumber): TicketStory | undefined {
  const fix = FIXES[index];
  if (!fix) return undefined;
  const live = entriesOf(fix.live);
  const first = live[0];
  if (!first) return undefined;
  const firstDay = lastTime(first[1], today + 20);
  const dayOfTouchpoint = (date: string) => nextTime(date, firstDay);
  const { journey } = fix;
  const { owner, department, manager } = menderOf(journey);
  const at = (days: number) => dateOf(firstDay + days);
  const effective = (FIRST_ONLY.includes(index) ? live.slice(0, 1) : live).map(([touchpoint, date]) => ({ touchpoint, day: dateOf(dayOfTouchpoint(date)) }));
  const lastDay = Math.max(...effective.map(({ day }) => dayOfDate(day)));
  const kind = fix.kinds[0];
  return {
    title: TITLES[index] ?? fix.name.zh,
    description: `${fix.name.zh}：从全景图登记，位置与基线由系统带入。`,
    important: journey === 'renewal' || journey === 'claim',
    locus: { journey, step: fix.step, ...(FIRST_ONLY.includes(index) && { touchpoint: first[0] }), ...(fix.kinds.length === 1 && { kind }) },
    registered: { by: manager, on: at(-34) },
    assigned: { by: manager, on: at(-31), owner, department, due: dateOf(lastDay + 75), target: TARGETS[index] },
    started: at(-28),
    measures: [
      { title: `${fix.name.zh}：方案与评审`, system: '业务部门', owner, due: at(-20), done: at(-21) },
      ...effective.map(({ touchpoint, day }) => ({ title: `${fix.name.zh}：${systemOf(touchpoint)} 上线`, system: systemOf(touchpoint), owner: 'han', due: day, done: day })),
      { title: '一线话术与培训', system: '空中客服', owner: 'xu', due: at(14) },
    ],
    effective,
    submitted: dateOf(lastDay + 1),
    closer: 'lin',
    ...(index === TOO_SMALL && { waived: { by: 'lin', on: dateOf(lastDay + 45), reason: '客户太少，60 天也看不出差别；已抽查 50 笔确认提速，按人工核销。' } }),
    said: [
      { by: manager, on: at(-30), text: '先看是哪一端最多，再定上线次序。' },
      { by: owner, on: at(1), text: `${effective[0]?.day ?? ''} 已在第一个触点生效，数据每天看。 @林虚构`, mentions: ['lin'] },
    ],
  };
}

/** 续期交费: the programme of 20+ measures, going on year after year. */
function renewalProgramme(today: DayNumber): TicketStory {
  const at = (days: number) => dateOf(today + days);
  return {
    title: '续期交费整体治理（22 项措施）',
    description: '业务、销售、财务、通知四个系统一起改：扣款失败要提前知道、当场能办、失败有人接。',
    important: true,
    locus: { journey: 'renewal' },
    measure: 'loss-rate',
    registered: { by: 'lin', on: at(-180) },
    assigned: { by: 'lin', on: at(-176), owner: 'wei', department: 'renewals', due: at(40), target: 0.004 },
    started: at(-170),
    measures: renewalMeasures(17, at),
    effective: [],
    said: [
      { by: 'wei', on: at(-60), text: '财务侧的三项已经上线，销售侧还差孤儿单分派。' },
      { by: 'zhou', on: at(-20), text: '年底前请把 22 项做完。 @卫样本', mentions: ['wei'] },
    ],
  };
}

/** The rest of a ledger, by how many days ago things happened. */
function others(today: DayNumber): TicketStory[] {
  const at = (days: number) => dateOf(today + days);
  const plain = (
    title: string,
    locus: TicketStory['locus'],
    registered: number,
    more: { due?: number; owner?: string; department?: string; started?: number; measures?: TicketStory['measures'] } & Partial<Pick<TicketStory, 'important' | 'complaint' | 'waived' | 'returned' | 'said' | 'measure' | 'description' | 'effective' | 'submitted' | 'closer'>> = {},
  ): TicketStory => {
    const { due, owner, department, started, measures = [], effective = [], ...rest } = more;
    const mender = menderOf(locus.journey);
    return {
      title,
      locus,
      registered: { by: mender.manager, on: at(registered) },
      ...(due !== undefined && { assigned: { by: mender.manager, on: at(registered + 2), owner: owner ?? mender.owner, department: department ?? mender.department, due: at(due) } }),
      ...(started !== undefined && { started: at(started) }),
      measures,
      effective,
      ...rest,
    };
  };
  return [
    plain('适老化核验通道（60 岁及以上）', { journey: 'identity', step: 'face', touchpoint: 'app' }, -49, { important: true, said: [{ by: 'su', on: at(-40), text: '需要先定由哪个部门来做。' }] }),
    plain('保全证件拍摄指引重做', { journey: 'change', step: 'document', touchpoint: 'wechat', kind: 'failure' }, -12),
    plain('电子保单验证码收不到', { journey: 'epolicy', step: 'code', touchpoint: 'wechat' }, -5),
    plain('退保账户校验失败原因看不懂', { journey: 'surrender', step: 'account', touchpoint: 'app' }, -3),
    plain('借款填写金额中途离开', { journey: 'loan', step: 'fill', touchpoint: 'app' }, -30, { due: 20 }),
    plain('微信理赔资料清单过长', { journey: 'claim', step: 'list', touchpoint: 'wechat' }, -26, { due: 4, owner: 'feng' }),
    plain('双录健康告知填写中断', { journey: 'recording', step: 'health', touchpoint: 'app' }, -58, { due: -2, started: -50, measures: [{ title: '告知项按险种裁剪', system: '核心业务系统', owner: 'sun', due: at(-6) }] }),
    plain('续期账单页中途离开', { journey: 'renewal', step: 'bill', touchpoint: 'app', kind: 'abandonment' }, -70, {
      due: -9,
      started: -60,
      measures: [
        { title: '账单页首屏只留应交金额', system: 'APP', owner: 'zhao', due: at(-30), done: at(-32) },
        { title: '离开 24 小时后提醒一次', system: '通知平台', owner: 'jiang', due: at(-4) },
      ],
    }),
    plain('保全变更签名反复失败', { journey: 'change', step: 'sign', touchpoint: 'app' }, -64, {
      due: -16,
      started: -55,
      measures: [{ title: '签名笔迹容差调整', system: 'APP', owner: 'chu', due: at(-20) }],
      said: [{ by: 'chen', on: at(-10), text: '供应商排期在下月，请先给出临时办法。 @褚示例', mentions: ['chu'] }],
    }),
    plain('理赔账户信息被退回', { journey: 'claim', step: 'account', touchpoint: 'app' }, -40, { due: 12, started: -33, measures: [{ title: '开户行联想输入', system: 'APP', owner: 'feng', due: at(-12), done: at(-13) }] }),
    plain('95519 转接后要重报信息', { journey: 'claim', step: 'upload', touchpoint: 'wechat' }, -20, {
      due: 8,
      started: -15,
      complaint: { reference: 'TS-2026-0417', receivedOn: at(-21), complex: true },
      measures: [{ title: '坐席屏带出客户已填内容', system: '联络中心', owner: 'xu', due: at(3) }],
    }),
    plain('借款提交后系统繁忙', { journey: 'loan', step: 'submit', touchpoint: 'app' }, -9, { due: 6, complaint: { reference: 'TS-2026-0455', receivedOn: at(-10), complex: false } }),
    plain('人工核身排队时断线', { journey: 'identity', step: 'manual' }, -44, { due: 15, started: -38, measures: [{ title: '排队时保留会话，可回拨', system: '空中客服', owner: 'xu', due: at(5) }], returned: { by: 'he', on: at(-14), reason: '措施只覆盖工作时间，夜间的排队也要算进来。' } }),
    plain('旧版安卓人脸识别组件', { journey: 'identity', step: 'face', touchpoint: 'app', reason: 'liveness-failed' }, -120, {
      due: -40,
      started: -112,
      measures: [{ title: '提示升级并转人工', system: 'APP', owner: 'zhao', due: at(-90), done: at(-92) }],
      waived: { by: 'he', on: at(-36), reason: '该组件随旧系统下线，客户不足千分之二，不再整改；转人工通道保留。' },
    }),
    plain('官网借款单据补录', { journey: 'loan', step: 'fill', touchpoint: 'web' }, -150, { waived: { by: 'lin', on: at(-100), reason: '官网改版后不再有补录环节。' } }),
    plain('退保试算结果看不懂', { journey: 'surrender', step: 'value', touchpoint: 'app' }, -35, { due: 25, started: -28, measures: [{ title: '挽留改为可跳过', system: 'APP', owner: 'qian', due: at(10) }] }),
    // A fix that has just taken effect: its test day is still to come.
    plain('身份核验 APP 整体提速', { journey: 'identity', touchpoint: 'app' }, -36, {
      due: 30,
      started: -30,
      important: true,
      measures: [
        { title: '核验页首屏 1 秒内打开', system: 'APP', owner: 'han', due: at(-9), done: at(-9) },
        { title: '弱网下可续传', system: '微信', owner: 'han', due: at(-8), done: at(-8) },
      ],
      effective: [{ touchpoint: 'app', day: at(-8) }],
      submitted: at(-7),
      closer: 'lin',
    }),
    // Measures that changed nothing: the test day comes, and the evidence says so. One was sent back for, the other waits for that.
    plain('证件拍摄教程动画', { journey: 'identity', step: 'document', touchpoint: 'app' }, -180, {
      due: -60,
      started: -170,
      measures: [{ title: '拍摄前播放 5 秒教程', system: 'APP', owner: 'li', due: at(-152), done: at(-153) }],
      effective: [{ touchpoint: 'app', day: at(-152) }],
      submitted: at(-151),
      closer: 'lin',
    }),
    plain('证件拍摄取景框放大', { journey: 'identity', step: 'document' }, -100, {
      due: 10,
      started: -92,
      measures: [{ title: '取景框由 60% 放大到 80%', system: 'APP', owner: 'li', due: at(-72), done: at(-73) }],
      effective: [{ touchpoint: 'app', day: at(-72) }],
      submitted: at(-71),
    }),
  ];
}

/** Which of the company's systems a touchpoint is. */
const systemOf = (touchpoint: string): string => ({ app: 'APP', wechat: '微信', agent: '销售支持系统', web: '官网' })[touchpoint] ?? '核心业务系统';

/** The last time a date MM-DD came, up to a day. */
function lastTime(monthDay: string, upTo: DayNumber): DayNumber {
  const year = Number(dateOf(upTo).slice(0, 4));
  return [year, year - 1].map((one) => dayOfDate(`${one}-${monthDay}`)).find((day) => day <= upTo) ?? dayOfDate(`${year - 1}-${monthDay}`);
}

/** The first time a date MM-DD comes, from a day on. */
function nextTime(monthDay: string, from: DayNumber): DayNumber {
  const year = Number(dateOf(from).slice(0, 4));
  return [year, year + 1].map((one) => dayOfDate(`${one}-${monthDay}`)).find((day) => day >= from) ?? from;
}
