import { daysLate, type Day, type Localized, type Stamp, statutoryDue, type Ticket } from '#model';
import type { CellToWrite, SheetColumn } from '#sheets';
import { type LedgerNames, type Named, nameIn, nameOf, NO, type SheetLanguage, YES } from './ledger-names';

/** What columns of a ledger are told. */
export interface ColumnContext {
  names: LedgerNames;
  language: SheetLanguage;
  today: Day;
  /** The local time of a stamp, `YYYY-MM-DDTHH:MM`. */
  localTime: (at: Stamp) => string;
}

/** A column of the ledger; one with `field` may be filled in, the others only tell. */
export interface LedgerColumn {
  key: string;
  header: Localized;
  width: number;
  holds: NonNullable<SheetColumn['holds']>;
  note?: Localized;
  /** Whether a new ticket needs it. */
  required?: boolean;
  /** Whether it is read. */
  isRead: boolean;
  choices?: (names: LedgerNames) => readonly Named[];
  cell: (ticket: Ticket, context: ColumnContext) => CellToWrite;
}

const name =
  (all: (names: LedgerNames) => readonly Named[], id: (ticket: Ticket) => string | undefined) =>
  (ticket: Ticket, { names, language }: ColumnContext): CellToWrite =>
    nameOf(all(names), id(ticket), language);
const day = (of: (ticket: Ticket) => Day | undefined) => (ticket: Ticket): CellToWrite => {
  const found = of(ticket);
  return found === undefined ? undefined : { day: found };
};
const stamp = (of: (ticket: Ticket) => Stamp | undefined) => (ticket: Ticket, { localTime }: ColumnContext): CellToWrite => {
  const found = of(ticket);
  return found === undefined ? undefined : { stamp: localTime(found) };
};
/** A proportion in percent, or a difference in points. */
const percent = (value: number | undefined): number | undefined => (value === undefined ? undefined : Number((value * 100).toFixed(6)));
const stepsOf = ({ journeys }: LedgerNames): Named[] => journeys.flatMap(({ steps }) => steps);
const isYes = (value: boolean, { language }: ColumnContext): string => nameIn(language, value ? YES : NO);

/** The columns of a ledger as a spreadsheet, in order. */
export const LEDGER_COLUMNS: readonly LedgerColumn[] = [
  { key: 'id', header: { zh: '编号', en: 'Ticket' }, width: 10, holds: 'text', isRead: true, note: { zh: '留空表示登记新工单；填了编号就是修改那张工单。', en: 'Empty registers a new ticket; with a number that ticket is changed.' }, cell: ({ id }) => id },
  { key: 'title', header: { zh: '标题', en: 'Title' }, width: 34, holds: 'text', isRead: true, required: true, note: { zh: '必填，最多 200 字。', en: 'Required, at most 200 characters.' }, cell: ({ title }) => title },
  { key: 'state', header: { zh: '状态', en: 'State' }, width: 10, holds: 'text', isRead: false, note: { zh: '只供查看：状态只在页面上按规则流转。', en: 'To look at only: tickets move by their rules, on the page.' }, cell: name(({ states }) => states, ({ state }) => state) },
  { key: 'journey', header: { zh: '旅程', en: 'Journey' }, width: 16, holds: 'text', isRead: true, required: true, note: { zh: '必填。名称或编号；立项后不能再改位置。', en: 'Required. By name or id; the locus is fixed once the ticket is assigned.' }, choices: ({ journeys }) => journeys, cell: name(({ journeys }) => journeys, ({ locus }) => locus.journey) },
  { key: 'step', header: { zh: '步骤', en: 'Step' }, width: 16, holds: 'text', isRead: true, note: { zh: '该旅程的步骤；留空表示整条旅程。', en: 'A step of that journey; empty for all of it.' }, choices: stepsOf, cell: (ticket, { names, language }) => nameOf(names.journeys.find(({ id }) => id === ticket.locus.journey)?.steps ?? [], ticket.locus.step, language) },
  { key: 'touchpoint', header: { zh: '触点', en: 'Touchpoint' }, width: 14, holds: 'text', isRead: true, note: { zh: '留空表示任何触点。', en: 'Empty for any.' }, choices: ({ touchpoints }) => touchpoints, cell: name(({ touchpoints }) => touchpoints, ({ locus }) => locus.touchpoint) },
  { key: 'kind', header: { zh: '中断类型', en: 'Kind of break' }, width: 14, holds: 'text', isRead: true, note: { zh: '留空表示任何类型。', en: 'Empty for any.' }, choices: ({ kinds }) => kinds, cell: name(({ kinds }) => kinds, ({ locus }) => locus.kind) },
  { key: 'reason', header: { zh: '中断原因', en: 'Reason' }, width: 18, holds: 'text', isRead: true, note: { zh: '留空表示任何原因。', en: 'Empty for any.' }, choices: ({ reasons }) => reasons, cell: name(({ reasons }) => reasons, ({ locus }) => locus.reason) },
  { key: 'measure', header: { zh: '指标', en: 'Measure' }, width: 12, holds: 'text', isRead: true, note: { zh: '留空表示中断率；登记后不能再改。', en: 'Empty for the break rate; fixed once the ticket is registered.' }, choices: ({ measures }) => measures, cell: name(({ measures }) => measures, ({ measure }) => measure) },
  { key: 'owner', header: { zh: '责任人', en: 'Owner' }, width: 12, holds: 'text', isRead: true, note: { zh: '姓名或编号；同名时写编号。', en: 'By name or id; the id where two have one name.' }, choices: ({ people }) => people, cell: name(({ people }) => people, ({ owner }) => owner) },
  { key: 'department', header: { zh: '责任部门', en: 'Department' }, width: 18, holds: 'text', isRead: true, choices: ({ departments }) => departments, cell: name(({ departments }) => departments, ({ department }) => department) },
  { key: 'due', header: { zh: '期限', en: 'Due' }, width: 12, holds: 'day', isRead: true, note: { zh: '日期，例如 2026-06-30。', en: 'A date, such as 2026-06-30.' }, cell: day(({ due }) => due) },
  { key: 'target', header: { zh: '目标下降（百分点）', en: 'Target drop (points)' }, width: 12, holds: 'percent', isRead: true, note: { zh: '例如 1.5 表示下降 1.5 个百分点；留空时立项取基线的 20%。', en: '1.5 is a drop of 1.5 points; empty takes 20 % of the baseline when it is assigned.' }, cell: ({ target }) => percent(target) },
  { key: 'important', header: { zh: '重要', en: 'Important' }, width: 8, holds: 'text', isRead: true, choices: () => [YES, NO], cell: ({ important }, context) => isYes(important, context) },
  { key: 'description', header: { zh: '说明', en: 'Description' }, width: 40, holds: 'text', isRead: true, note: { zh: '最多 10,000 字。', en: 'At most 10,000 characters.' }, cell: ({ description }) => description },
  { key: 'complaint', header: { zh: '投诉编号', en: 'Complaint' }, width: 14, holds: 'text', isRead: true, note: { zh: '与“投诉收到日期”一起填。', en: 'Together with the day it was received.' }, cell: ({ complaint }) => complaint?.reference },
  { key: 'receivedOn', header: { zh: '投诉收到日期', en: 'Complaint received' }, width: 12, holds: 'day', isRead: true, cell: day(({ complaint }) => complaint?.receivedOn) },
  { key: 'complex', header: { zh: '复杂投诉', en: 'Complex complaint' }, width: 8, holds: 'text', isRead: true, note: { zh: '是：法定 30 天；否：15 天。', en: 'Yes: 30 days by law; no: 15.' }, choices: () => [YES, NO], cell: ({ complaint }, context) => complaint && isYes(complaint.complex, context) },
  { key: 'statutoryDue', header: { zh: '法定期限', en: 'Due by law' }, width: 12, holds: 'day', isRead: false, cell: day(({ complaint }) => complaint && statutoryDue(complaint)) },
  { key: 'late', header: { zh: '逾期天数', en: 'Days late' }, width: 8, holds: 'number', isRead: false, cell: (ticket, { today }) => daysLate(ticket, today) || undefined },
  { key: 'measuresDone', header: { zh: '完成措施', en: 'Measures done' }, width: 8, holds: 'number', isRead: false, cell: ({ measures }) => measures.filter(({ state }) => state === 'done').length },
  { key: 'measuresAll', header: { zh: '措施总数', en: 'Measures' }, width: 8, holds: 'number', isRead: false, cell: ({ measures }) => measures.filter(({ state }) => state !== 'dropped').length },
  { key: 'baselineRate', header: { zh: '基线 %', en: 'Baseline %' }, width: 9, holds: 'percent', isRead: false, cell: ({ baseline }) => percent(baseline?.rate) },
  { key: 'baselineInstances', header: { zh: '基线样本', en: 'Baseline journeys' }, width: 9, holds: 'number', isRead: false, cell: ({ baseline }) => baseline?.n },
  { key: 'testDay', header: { zh: '检验日', en: 'Test day' }, width: 12, holds: 'day', isRead: false, cell: day(({ plan }) => (plan && !plan.tooLong ? plan.testDay : undefined)) },
  { key: 'afterRate', header: { zh: '整改后 %', en: 'After %' }, width: 9, holds: 'percent', isRead: false, cell: ({ evidence }) => percent(evidence?.verdict.after.rate) },
  { key: 'drop', header: { zh: '实际下降（百分点）', en: 'Drop (points)' }, width: 10, holds: 'percent', isRead: false, cell: ({ evidence }) => percent(evidence?.verdict.drop) },
  { key: 'recurrences', header: { zh: '复发次数', en: 'Recurrences' }, width: 8, holds: 'number', isRead: false, cell: ({ recurrences }) => recurrences.length },
  { key: 'waived', header: { zh: '核销理由', en: 'Waived because' }, width: 24, holds: 'text', isRead: false, cell: ({ waiver }) => waiver?.reason },
  { key: 'registeredAt', header: { zh: '登记时间', en: 'Registered' }, width: 16, holds: 'stamp', isRead: false, cell: stamp(({ registeredAt }) => registeredAt) },
  { key: 'closedAt', header: { zh: '销号时间', en: 'Closed' }, width: 16, holds: 'stamp', isRead: false, cell: stamp(({ closedAt }) => closedAt) },
  { key: 'version', header: { zh: '版本', en: 'Version' }, width: 7, holds: 'number', isRead: true, note: { zh: '请不要改：据此发现导出之后的修改。', en: 'Please leave it: by it the server sees what changed since the export.' }, cell: ({ version }) => version },
];

/** The columns as a sheet writes them. */
export const sheetColumns = (columns: readonly LedgerColumn[], names: LedgerNames, language: SheetLanguage, isTemplate: boolean): SheetColumn[] =>
  columns.map(({ header, width, holds, note, choices, required }) => ({
    header: `${language === 'en' ? (header.en ?? header.zh) : header.zh}${required && isTemplate ? ' *' : ''}`,
    width,
    holds,
    note: note && (language === 'en' ? note.en : note.zh),
    choices: choices && [...new Set(choices(names).map((one) => nameIn(language, one)))],
  }));
