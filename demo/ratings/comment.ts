import { type RatingId, type ThemeId, themeId } from '#model';
import type { DayNumber } from '../calendar';
import type { Random } from '../random';
import { Weighted } from '../weighted';
import { COMMENT_TEMPLATES, type CommentTheme } from './comment-templates';

/** What somebody who comments has in mind. */
export interface Commented {
  journey: string;
  touchpoint: string | undefined;
  score: number;
  day: DayNumber;
  /** Picked up after a break, or left alone with it. */
  state: 'handed' | 'lost' | 'detoured' | undefined;
}

/** How often a theme comes up, where not as often as others. */
const OFTEN: Partial<Record<CommentTheme, number>> = { convenience: 1.6, wait: 1.4, elderly: 0.6, 'claim-result': 2.2, payment: 2, limit: 1.8 };
/** Complaints about 人脸核验 on the phone: so much more in the last weeks before the present. */
const RISING = { days: 28, times: 14, touchpoints: ['app', 'wechat'] };

const NAMES = ['王女士', '李经理', '张先生', '陈阿姨', '刘老师', '赵主任', '周小姐'];

/** A comment, and which template it was made of. */
export function commentOf({ journey, touchpoint, score, day, state }: Commented, present: DayNumber, random: Random): { text: string; template: number } {
  const isGood = score >= 9 || (score >= 7 && random.chance(0.5));
  const rises = touchpoint !== undefined && RISING.touchpoints.includes(touchpoint) && day > present - RISING.days;
  const template = choices(journey, isGood, rises, state !== undefined).pick(random);
  return { text: filled(COMMENT_TEMPLATES[template]?.text ?? '', random), template };
}

const remembered = new Map<string, Weighted<number>>();

/** The templates that fit, by number. */
function choices(journey: string, isGood: boolean, rises: boolean, wasBroken: boolean): Weighted<number> {
  const name = `${journey} ${isGood} ${rises} ${wasBroken}`;
  let known = remembered.get(name);
  if (known) return known;
  known = new Weighted(
    COMMENT_TEMPLATES.flatMap(({ theme, mood, journeys }, index) => {
      if ((mood === 'good') !== isGood || (journeys && !journeys.includes(journey))) return [];
      return [[index, (OFTEN[theme] ?? 1) * (rises && theme === 'face-check' && mood === 'bad' ? RISING.times : 1) * (theme === 'followup' && wasBroken ? 4 : 1)] as const];
    }),
  );
  remembered.set(name, known);
  return known;
}

function filled(text: string, random: Random): string {
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random.next() * 10)).join('');
  return text.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
    switch (slot) {
      case 'amount':
        return `${Math.round(random.between(31, 60))}万`;
      case 'mins':
        return String(Math.round(random.between(3, 50)));
      case 'name':
        return NAMES[Math.floor(random.next() * NAMES.length)] ?? '客服';
      // Numbers of nobody: made up, and masked before they are stored like anybody's.
      case 'phone':
        return `139${digits(8)}`;
      case 'idcard':
        return `110101196${Math.floor(random.next() * 10)}0${1 + Math.floor(random.next() * 9)}1${Math.floor(random.next() * 10)}${digits(4)}`;
      default:
        return String(Math.round(random.between(2, 9)));
    }
  });
}

/** What a comment of the demo is about, by the id of its rating: what the reading of comments is measured against. */
export function demoKnownTheme(id: RatingId): { theme: ThemeId; heldOut: boolean } | undefined {
  const template = /^demo-.*-c(\d+)$/.exec(id)?.[1];
  const known = template === undefined ? undefined : COMMENT_TEMPLATES[Number(template)];
  return known && { theme: themeId.parse(known.theme), heldOut: known.heldOut ?? false };
}
