import type { Language } from '#ui';

/** The reasons the API is known to tell, and their Chinese. `$1` is what the reason quotes. */
const CHINESE: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/^The file is empty\.$/, '文件是空的。'],
  [/^This is a ZIP archive or an Excel workbook\..*$/, '这是 ZIP 压缩包或 Excel 工作簿。请先解压，或把工作表另存为 CSV（UTF-8）。'],
  [/^This is a PDF\..*$/, '这是 PDF。请把日志导出为 CSV 或 XES。'],
  [/^This is not text\..*$/, '这不是文本。请给 CSV 或 XES 文件，可以用 gzip 压缩。'],
  [/^The text is not (\S+) after about line (\d+)\..*$/, '大约第 $2 行之后的文本不是 $1 编码。请把文件存为 UTF-8。'],
  [/^The file says its encoding is "(.+)", which.*$/, '文件自称的编码“$1”这里不认识。请存为 UTF-8。'],
  [/^The file breaks off after about line (\d+): its gzip.*$/, '文件在大约第 $1 行之后断了：gzip 损坏或不完整。请重新压缩。'],
  [/^The profile takes (\w+) from "(.+)", but the file has no such column\. It has: (.+)\.$/, '映射里 $1 取自“$2”，但文件没有这一列。它有：$3。'],
  [/^No column says .+\. Please name .+ The file has: (.+)\.$/, '找不到案例、活动、时间这三列中的至少一列。请在映射里指明。文件有的列：$1。'],
  [/^The XML is malformed on line (\d+): (.+)\. What stands before.*$/, '第 $1 行的 XML 有错：$2。之前的内容已导入；修好后请再导入一次。'],
  [/^This is XML, but no XES: it starts with (.+) and not with (.+)\.$/, '这是 XML，但不是 XES：它以 $1 开头，而不是 $2。'],
  [/^A quote is closed in the middle of a cell on line (\d+)\..*$/, '第 $1 行有引号在单元格中间闭合了。单元格里的引号请写成两个。'],
  [/^A quote that opens on line (\d+) is never closed\..*$/, '第 $1 行开始的引号一直没有闭合。单元格里的引号请写成两个。'],
  [/^The log holds no events\.$/, '日志里没有事件。'],
  [/^The log has more than (\d+) different (.+)\. Please name.*$/, '日志里不同的 $2 超过 $1 个。请在映射里指明正确的列。'],
  [/^None of its rows can be read\..*$/, '没有一行能读。第一处见下表。'],
  [/^Interrupted by a restart\..*$/, '服务重启打断了导入。请再导入一次：不会重复计算。'],
  [/^The server failed while importing\..*$/, '服务在导入时出错，原因在它的日志里。请再导入一次：不会重复计算。'],
  [/^"(.+)" is empty$/, '“$1”是空的'],
  [/^"(.+)" is no time that is read here; ISO 8601 is$/, '“$1”不是能读的时间；请用 ISO 8601'],
  [/^"(.+)" is none of (.+)$/, '“$1”不在 $2 之中'],
  [/^"(.+)" is longer than (\d+) characters$/, '“$1”超过 $2 个字符'],
  [/^the row has (\d+) cells where the header has (\d+)$/, '这一行有 $1 格，表头有 $2 格'],
  [/^the trace has no events$/, '这条轨迹没有事件'],
  [/^the event is in no trace, so it belongs to no instance$/, '事件不在任何轨迹里，不属于任何实例'],
  [/^an? (<\w+>) inside (<\w+>) belongs nowhere$/, '$2 里不该有 $1'],
  [/^XES knows no element (<.+>)$/, 'XES 没有元素 $1'],
  [/^the catalogue has no journey "(.+)"$/, '目录里没有旅程“$1”'],
  [/^the journey has no step "(.+)"$/, '旅程里没有步骤“$1”'],
  [/^the catalogue has no touchpoint "(.+)"$/, '目录里没有触点“$1”'],
  [/^the instance "(.+)" belongs to another journey$/, '实例“$1”属于另一条旅程'],
];

/** A reason of the API in a language. It tells them in English; one that is not known here stays as it is. */
export function localizeReason(reason: string, language: Language): string {
  if (language === 'en') return reason;
  const known = CHINESE.find(([english]) => english.test(reason));
  return known ? reason.replace(...known) : reason;
}
