import { hint, type MaskRule } from './mask-hints';
import { nameAtEnd, startsLikeWord, startsWithSurname } from './surnames';

const TITLE = /先生|女士|小姐|太太|阿姨|大姐|大哥|大爷|老师|经理|主任|总监|主管|医生|大夫|律师|警官|师傅|同学|专员|顾问|行长|处长|科长|店长|总(?=[，。！？,.!?\s、说给帮您答承]|$)/g;
/** Roles a name follows (客服小王, 业务员李明), and 我叫, 姓名. */
const BEFORE = /(客服|坐席|柜员|业务员|代理人|推销员|营销员|客户经理|保险员|经办人)(小|老|叫|姓|名叫|：|:)?([\u4E00-\u9FFF]{1,4})|(我叫|名叫|姓名是?[:：]?|我姓|本人姓)([\u4E00-\u9FFF]{1,4})/g;
const ENGLISH = /\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Madam)(\.?\s+)([A-Z][A-Za-z'’-]+(?:\s[A-Z][a-z'’-]+){0,2})/g;
const ENGLISH_ROLE =
  /\b([Mm]anager|[Aa]gent|[Aa]dvis[eo]r|[Tt]eller|[Cc]onsultant|[Mm]y name is|[Nn]amed|I am called)(\s+)((?:Wang|Li|Zhang|Liu|Chen|Yang|Huang|Zhao|Wu|Zhou|Xu|Sun|Ma|Zhu|Hu|Guo|He|Gao|Lin|Luo|Zheng|Liang|Xie|Song|Tang|Deng|Feng|Han|Cao|Zeng|Peng|Xiao|Cai|Pan|Tian|Dong|Yuan|Yu|Ye|Jiang|Du|Su|Wei|Cheng|Lu|Ding|Shen|Ren|Yao|Fu|Smith|Jones|Brown|Lee|Wong|Chan|Lam)\b(?:\s[A-Z][a-z'’-]+){0,2}|(?<=(?:name is|[Nn]amed|called)\s+)[A-Z][a-z'’-]+(?:\s[A-Z][a-z'’-]+){0,2})/g;

const LATIN_NAME = /Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Madam|anager|gent|dvis|eller|onsultant|name is|amed|called/;

/** Names that stand before a title or after a role: each becomes `**`. */
export const NAME_RULES: readonly MaskRule[] = [
  { needs: hint.small, mask: (text) => (LATIN_NAME.test(text) ? text.replaceAll(ENGLISH, '$1$2**').replaceAll(ENGLISH_ROLE, '$1$2**') : text) },
  { needs: hint.title, mask: maskTitled },
  { needs: hint.role, mask: (text) => text.replaceAll(BEFORE, maskFollowing) },
];

function maskTitled(text: string): string {
  let shown = '';
  let from = 0;
  for (const match of text.matchAll(TITLE)) {
    const length = nameAtEnd(text.slice(from, match.index));
    if (length === 0) continue;
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
const GIVEN = /^[\u4E00-\u9FFF]{2,3}?(?=$|[很非态服说没不给帮打的是和把让在真特太]|一直)/;
const GIVEN_OR_ALL = /^[\u4E00-\u9FFF]{2,3}?(?=$|[很非态服说没不给帮打的是和把让在真特太]|一直)|^[\u4E00-\u9FFF]{1,4}/;
