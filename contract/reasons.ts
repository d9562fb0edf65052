import { z } from 'zod';

/** Why a file, or a row of one, was not taken, in the languages of the product. `{name}` stands for a parameter. */
export const REASONS = {
  'file-empty': { en: 'The file is empty.', zh: '文件是空的。' },
  'file-zip': {
    en: 'This is a ZIP archive and no Excel workbook (.xlsx). Please unpack it.',
    zh: '这是 ZIP 压缩包，不是 Excel 工作簿（.xlsx）。请先解压。',
  },
  'file-xls': {
    en: 'This is an old Excel workbook (.xls), or one with a password. Please save it as .xlsx without one, or the sheet as CSV.',
    zh: '这是旧格式的 Excel 工作簿（.xls），或加了密码。请另存为不带密码的 .xlsx，或把工作表存为 CSV。',
  },
  'workbook-damaged': {
    en: 'The workbook cannot be read: {problem}. Please save it again from Excel.',
    zh: '工作簿读不了：{problem}。请用 Excel 重新保存。',
  },
  'workbook-too-large': {
    en: 'The workbook is larger than {limit} MiB, more than can be opened at once. Please save the sheet as CSV, which may be of any size.',
    zh: '工作簿超过 {limit} MiB，一次打不开。请把工作表存为 CSV，CSV 多大都行。',
  },
  'sheet-unknown': { en: 'The workbook has no sheet "{sheet}". It has: {sheets}.', zh: '工作簿里没有工作表“{sheet}”。它有：{sheets}。' },
  'json-array': {
    en: 'This is a JSON array. Please write one event a line (NDJSON), or send it to POST /api/v1/events.',
    zh: '这是 JSON 数组。请写成每行一个事件（NDJSON），或发给 POST /api/v1/events。',
  },
  'column-twice': {
    en: 'The header has "{column}" twice. Please give every column a name of its own.',
    zh: '表头里“{column}”出现了两次。请让每一列有自己的名字。',
  },
  'dates-unclear': {
    en: 'Dates such as {sample} may be day/month or month/day, and nothing in the first rows says which. Please choose which (in a mapping: "time": {"order": "dmy"} or {"order": "mdy"}).',
    zh: '像 {sample} 这样的日期可能是日/月，也可能是月/日，前面的行看不出来。请选定日期写法（映射里写作 "time": {"order": "dmy"} 或 {"order": "mdy"}）。',
  },
  'dates-contradict': {
    en: 'Some dates can only be day/month and others only month/day (such as {sample}). Please say which is meant; rows that are not so are rejected.',
    zh: '有的日期只能是日/月，有的只能是月/日（例如 {sample}）。请指明是哪一种；不合的行会被拒。',
  },
  'profile-unknown': { en: 'No mapping profile is kept under the name "{name}".', zh: '没有叫“{name}”的映射配置。' },
  'value-no-initiative': { en: '"{value}" is neither customer nor company', zh: '“{value}”既不是 customer 也不是 company' },
  cancelled: { en: 'Cancelled. Nothing of it is kept.', zh: '已取消，没有留下任何数据。' },
  'file-pdf': { en: 'This is a PDF. Please export the log as CSV or XES.', zh: '这是 PDF。请把日志导出为 CSV 或 XES。' },
  'file-binary': { en: 'This is not text. Please give a CSV, XES or NDJSON file, plain or gzip, or an Excel workbook (.xlsx).', zh: '这不是文本。请给 CSV、XES 或 NDJSON 文件（可以用 gzip 压缩），或 Excel 工作簿（.xlsx）。' },
  'gzip-damaged': {
    en: 'The file breaks off after about line {line}: its gzip is damaged or cut short. Please compress it again.',
    zh: '文件在大约第 {line} 行之后断了：gzip 损坏或不完整。请重新压缩。',
  },
  'encoding-unknown': {
    en: 'The file says its encoding is "{encoding}", which is not known here. Please save it as UTF-8.',
    zh: '文件自称的编码“{encoding}”这里不认识。请存为 UTF-8。',
  },
  'encoding-broken': {
    en: 'The text is not {encoding} after about line {line}. Please say its encoding in the mapping ("file": {"encoding": "gb18030"}), or save it as UTF-8.',
    zh: '大约第 {line} 行之后的文本不是 {encoding} 编码。请在映射里指明编码（"file": {"encoding": "gb18030"}），或存为 UTF-8。',
  },
  'xml-malformed': {
    en: 'The XML is malformed on line {line}: {problem}. An import keeps what stands before; please repair the file and import it again.',
    zh: '第 {line} 行的 XML 有错：{problem}。导入时会保留之前的内容；修好后请再导入一次。',
  },
  'xml-no-log': { en: 'This is XML, but no XES: it starts with <{element}> and not with <log>.', zh: '这是 XML，但不是 XES：它以 <{element}> 开头，而不是 <log>。' },
  'quote-in-cell': {
    en: 'A quote is closed in the middle of a cell on line {line}. Please double the quotes inside quoted cells.',
    zh: '第 {line} 行有引号在单元格中间闭合了。单元格里的引号请写成两个。',
  },
  'quote-never-closed': {
    en: 'A quote that opens on line {line} is never closed. Please double the quotes inside quoted cells.',
    zh: '第 {line} 行开始的引号一直没有闭合。单元格里的引号请写成两个。',
  },
  'row-too-long': {
    en: 'The row on line {line} is longer than two million characters. Please check that this is a table, and its line breaks.',
    zh: '第 {line} 行超过两百万个字符。请检查这是否是表格，以及它的换行。',
  },
  'column-missing': {
    en: 'No column says {fields}. Please name it in a mapping profile. The file has: {columns}.',
    zh: '没有哪一列说明 {fields}。请在映射里指明。文件有的列：{columns}。',
  },
  'column-unknown': {
    en: 'The profile takes {field} from "{column}", but the file has no such column. It has: {columns}.',
    zh: '映射里 {field} 取自“{column}”，但文件没有这一列。它有：{columns}。',
  },
  'journey-unsaid': {
    en: 'No column says the journey, and none is chosen. Please name the column, or the journey that all rows are of. The file has: {columns}.',
    zh: '没有哪一列说明旅程，也没有选定旅程。请指明列，或选定这些行都属于哪条旅程。文件有的列：{columns}。',
  },
  'value-no-count': { en: '"{value}" is no whole number', zh: '“{value}”不是整数' },
  'no-events': { en: 'The log holds no events.', zh: '日志里没有事件。' },
  'no-good-rows': { en: 'None of its rows can be read. The first, on line {line}: {first}.', zh: '没有一行能读。第一处在第 {line} 行，原因见下表。' },
  'too-many-names': {
    en: 'The log has more than {limit} different {kind}. Please name the right column in a mapping profile.',
    zh: '日志里不同的 {kind} 超过 {limit} 个。请在映射里指明正确的列。',
  },
  interrupted: { en: 'Interrupted by a restart. Please import it again: nothing is doubled.', zh: '服务重启打断了导入。请再导入一次：不会重复计算。' },
  'server-failed': {
    en: 'The server failed while importing. Its log says why. Please import it again: nothing is doubled.',
    zh: '服务在导入时出错，原因在它的日志里。请再导入一次：不会重复计算。',
  },
  'value-empty': { en: '"{column}" is empty', zh: '“{column}”是空的' },
  'value-no-time': { en: '"{value}" is no time that is read here; ISO 8601 is', zh: '“{value}”不是能读的时间；请用 ISO 8601' },
  'value-no-outcome': { en: '"{value}" is none of {options}', zh: '“{value}”不在 {options} 之中' },
  'value-too-long': { en: '"{value}" is longer than {limit} characters', zh: '“{value}”超过 {limit} 个字符' },
  'cells-differ': { en: 'the row has {cells} cells where the header has {columns}', zh: '这一行有 {cells} 格，表头有 {columns} 格' },
  'trace-empty': { en: 'the trace has no events', zh: '这条轨迹没有事件' },
  'event-without-trace': { en: 'the event is in no trace, so it belongs to no instance', zh: '事件不在任何轨迹里，不属于任何实例' },
  'element-misplaced': { en: '<{element}> inside <{parent}> belongs nowhere', zh: '<{parent}> 里不该有 <{element}>' },
  'element-unknown': { en: 'XES knows no element <{element}>', zh: 'XES 没有元素 <{element}>' },
  'unknown-journey': { en: 'the catalogue has no journey "{value}"', zh: '目录里没有旅程“{value}”' },
  'unknown-step': { en: 'the journey has no step "{value}"', zh: '旅程里没有步骤“{value}”' },
  'unknown-touchpoint': { en: 'the catalogue has no touchpoint "{value}"', zh: '目录里没有触点“{value}”' },
  'instance-of-another-journey': { en: 'the instance "{value}" belongs to another journey', zh: '实例“{value}”属于另一条旅程' },
  'file-not-xlsx': { en: 'This is no Excel workbook (.xlsx). Please save the ledger as one.', zh: '这不是 Excel 工作簿（.xlsx）。请把台账另存为这种格式。' },
  'attachment-type': { en: 'Files ending in {endings} are taken.', zh: '只收这些后缀的文件：{endings}。' },
  'attachment-content': { en: 'The content of "{name}" is not what its name says.', zh: '“{name}”的内容和它的后缀不符。' },
  'sheet-no-header': { en: 'The first sheet has no row with the headers of a ledger, such as "{header}". Please start from the template.', zh: '第一张工作表没有台账的表头行，例如“{header}”。请从模板开始填。' },
  'sheet-too-long': { en: 'The sheet has {rows} rows; {limit} are read at once. Please split it.', zh: '工作表有 {rows} 行，一次最多读 {limit} 行。请分几个文件导入。' },
  'cell-required': { en: '"{column}" is needed', zh: '“{column}”必填' },
  'cell-unknown': { en: '"{value}" is not known as {column}', zh: '没有叫“{value}”的{column}' },
  'cell-ambiguous': { en: '"{value}" may be {options}; please write the id', zh: '“{value}”可能是 {options}，请写编号' },
  'cell-no-date': { en: '"{value}" is no date; 2026-06-30 is', zh: '“{value}”不是日期；请写成 2026-06-30' },
  'cell-no-number': { en: '"{value}" is no number from {least} to {most}', zh: '“{value}”不是 {least} 到 {most} 之间的数' },
  'cell-no-choice': { en: '"{value}" is none of {options}', zh: '“{value}”不在 {options} 之中' },
  'cell-too-long': { en: 'longer than {limit} characters', zh: '超过 {limit} 个字' },
  'cell-fixed': { en: '"{column}" cannot be changed to this any more: the ticket is {state}', zh: '“{column}”现在不能这样改：工单{state}' },
  'row-stale': { en: 'somebody changed the ticket since this sheet was made (version {version}, now {now}). Please export it again', zh: '导出之后有人改过这张工单（表里是第 {version} 版，现在是第 {now} 版）。请重新导出' },
  'row-twice': { en: '"{value}" stands in row {row} already', zh: '“{value}”在第 {row} 行已经有了' },
  'not-utf8': { en: 'not UTF-8', zh: '不是 UTF-8' },
  'not-json': { en: 'not JSON', zh: '不是 JSON' },
} as const satisfies Record<string, { en: string; zh: string }>;
export type ReasonCode = keyof typeof REASONS;
type Params = Record<string, string | number>;

/** A reason on the wire: in English for whoever reads the answer, and as a code with parameters for a page in another language. */
export const toldReason = z.object({
  reason: z.string(),
  /** One of `REASONS`; absent where only the English words are known. */
  code: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type ToldReason = z.infer<typeof toldReason>;

const fill = (template: string, params: Params): string => template.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));

/** @example tellReason('unknown-step', { value: 'dance' }).reason // 'the journey has no step "dance"' */
export const tellReason = (code: ReasonCode, params: Params = {}): Required<Pick<ToldReason, 'reason' | 'code' | 'params'>> => ({
  reason: fill(REASONS[code].en, params),
  code,
  params,
});

const isKnown = (code: string | undefined): code is ReasonCode => code !== undefined && Object.hasOwn(REASONS, code);

/** A reason in a language; in English where a newer server tells one that is not known here. */
export const reasonIn = (language: 'zh' | 'en', { reason, code, params = {} }: ToldReason): string =>
  isKnown(code) ? fill(REASONS[code][language], params) : reason;
