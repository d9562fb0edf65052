import { hint, type MaskRule } from './mask-hints';
import { isEverydayWord, nameAtEnd, startsLikeWord, startsWithSurname } from './surnames';

const END = String.raw`$|[\s，。！？；：、,.!?;:]`;
/** What follows a name in a sentence. */
const AFTER = '很非态服说没不给帮打的是和把让在真特太讲耐';
const TITLE = new RegExp(
  String.raw`(?:客户|理财|大堂|业务)经理|先生|女士|小姐|太太|阿姨|大姐|大哥|大爷|大叔|大妈|大娘|叔叔|伯伯|爷爷|奶奶|姑娘|老师|教授|博士|经理|主任|总监|主管|主席|医生|大夫|护士|院长|校长|律师|警官|师傅|同学|专员|顾问|助理|秘书|老板|行长|处长|科长|店长|董事长?|[姐哥](?![妹夫哥姐华伦])|叔(?!叔)|工(?=${END}|[${AFTER}])|总(?=${END}|[说给帮您答承])`,
  'g',
);
/** Roles a name follows (客服小王, 业务员李明, 投保人张三, 我爸王建国), and 我叫, 我是, 姓名. */
const BEFORE =
  /(客服|坐席|柜员|业务员|代理人|推销员|营销员|客户经理|保险员|经办人|联系人|投保人|被保险人|被保人|受益人|收款人|持卡人|户名|[我他她](?:爸|妈|爸爸|妈妈|父亲|母亲|老公|老婆|爱人|儿子|女儿)|我是)(小|老|叫|姓|名叫|：|:)?([\u4E00-\u9FFF]{1,4})|(我叫|名叫|姓名是?[:：]?|我姓|本人姓)([\u4E00-\u9FFF]{1,4})/g;
/** 小李, 老张: where a sentence or what is done to them begins, and before what they do. */
const NICKNAME = new RegExp(String.raw`(^|[\s，。！？；、,.!?谢找给叫让和跟是位])([小老])([\u4E00-\u9FFF])(?=${END}|[${AFTER}])`, 'g');
const ENGLISH = /\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Madam)(\.?\s+)([A-Z][A-Za-z'’-]+(?:\s[A-Z][a-z'’-]+){0,2})/g;
const ENGLISH_OWN = /\b(I am|I'm|I’m|[Tt]his is)(\s+)([A-Z][a-z'’-]+\s[A-Z][a-z'’-]+)\b/g;
const ENGLISH_ROLE =
  /\b([Mm]anager|[Aa]gent|[Aa]dvis[eo]r|[Tt]eller|[Cc]onsultant|[Mm]y name is|[Nn]amed|I am called)(\s+)((?:Wang|Li|Zhang|Liu|Chen|Yang|Huang|Zhao|Wu|Zhou|Xu|Sun|Ma|Zhu|Hu|Guo|He|Gao|Lin|Luo|Zheng|Liang|Xie|Song|Tang|Deng|Feng|Han|Cao|Zeng|Peng|Xiao|Cai|Pan|Tian|Dong|Yuan|Yu|Ye|Jiang|Du|Su|Wei|Cheng|Lu|Ding|Shen|Ren|Yao|Fu|Smith|Jones|Brown|Lee|Wong|Chan|Lam)\b(?:\s[A-Z][a-z'’-]+){0,2}|(?<=(?:name is|[Nn]amed|called)\s+)[A-Z][a-z'’-]+(?:\s[A-Z][a-z'’-]+){0,2})/g;

const LATIN_NAME = /Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Madam|anager|gent|dvis|eller|onsultant|name is|amed|called|I am|I.m|his is/;

/** Names that stand before a title or after a role: each becomes `**`. */
export const NAME_RULES: readonly MaskRule[] = [
  { needs: hint.small, mask: (text) => (LATIN_NAME.test(text) ? text.replaceAll(ENGLISH, '$1$2**').replaceAll(ENGLISH_OWN, '$1$2**').replaceAll(ENGLISH_ROLE, '$1$2**') : text) },
  { needs: hint.title, mask: maskTitled },
  { needs: hint.role, mask: (text) => text.replaceAll(BEFORE, maskFollowing) },
  { needs: hint.nickname, mask: (text) => text.replaceAll(NICKNAME, (whole, before: string, mark: string, surname: string) => (startsWithSurname(surname) && !startsLikeWord(surname) ? `${before}${mark}**` : whole)) },
];

function maskTitled(text: string): string {
  let shown = '';
  let from = 0;
  for (const match of text.matchAll(TITLE)) {
    const before = text.slice(from, match.index);
    const length = nameAtEnd(before);
    // Short titles and long ones stand behind everyday words too: 施工, 向客户经理反映.
    if (length === 0 || (match[0].length !== 2 && match[0] !== '总' && (length > 1 || startsLikeWord(before.slice(-1)) || isEverydayWord(before.slice(-1) + match[0].charAt(0))))) continue;
    shown += `${text.slice(from, match.index - length)}**`;
    from = match.index;
  }
  return from === 0 ? text : shown + text.slice(from);
}

/** 客服小王 → 客服小**, 业务员李明很好 → 业务员**很好: the surname and what is no everyday word after it. */
function maskFollowing(whole: string, role: string | undefined, mark: string | undefined, name: string | undefined, told: string | undefined, own: string | undefined): string {
  const after = name ?? own ?? '';
  if (!startsWithSurname(after)) return whole;
  const head = role === undefined ? (told ?? '') : `${role}${mark ?? ''}`;
  // Without 小, 叫 or 姓 a surname alone may be a word that goes on (客服高效), so that a given name must follow and then end.
  if (role !== undefined && mark === undefined) return GIVEN.test(after) && !startsLikeWord(after) ? `${head}**${after.replace(GIVEN, '')}` : whole;
  const rest = mark === '小' || mark === '老' || mark === '姓' || told === '我姓' || told === '本人姓' ? after.slice(1) : after.replace(GIVEN_OR_ALL, '');
  return `${head}**${rest}`;
}

/** A surname and a given name, then the end or a word that follows a name. */
const GIVEN = new RegExp(String.raw`^[\u4E00-\u9FFF]{2,3}?(?=$|[${AFTER}]|一直)`);
const GIVEN_OR_ALL = new RegExp(String.raw`${GIVEN.source}|^[\u4E00-\u9FFF]{1,4}`);
