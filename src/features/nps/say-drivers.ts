import type { NpsCorrelations, NpsExperience, NpsVariable } from '#contract';
import type { State } from '#model';
import { defineTexts } from '#ui';
import type { WaterfallStep } from './charts/waterfall-steps';
import type { NpsFormats } from './nps-formats';
import { shownDelta } from './shown';

/** The sentences below the charts of what moved it: what they show, described. */
export const sentenceTexts = defineTexts({
  adds: { zh: (parts: string, total: string) => `${parts} = ${total}`, en: (parts: string, total: string) => `${parts} = ${total}` },
  compare: {
    zh: (a: string, x: string, b: string, y: string, delta: string, verdict: string) => `${a} ${x}，${b} ${y}，相差 ${delta}（${verdict}）`,
    en: (a: string, x: string, b: string, y: string, delta: string, verdict: string) => `${a} ${x}, ${b} ${y}: ${delta} apart (${verdict})`,
  },
  cost: { zh: (name: string, delta: string) => `与顺畅完成相比，${name}的客户低 ${delta} 点`, en: (name: string, delta: string) => `compared with smooth journeys, customers of “${name}” rate ${delta} points lower` },
  noProof: { zh: '相关不等于因果。', en: 'Going together is not proof of an effect.' },
  together: {
    zh: (name: string, sign: string, r: string, n: string) => `${name}${sign}的旅程月，NPS 往往更低（ρ = ${r}，n = ${n}，显著）`,
    en: (name: string, sign: string, r: string, n: string) => `journey-months with ${sign} ${name} tend to have a lower NPS (ρ = ${r}, n = ${n}, significant)`,
  },
  higher: { zh: '较高', en: 'higher' },
  lower: { zh: '较低', en: 'lower' },
  noneTogether: { zh: (n: string) => `${n} 个旅程月里，没有哪一项与 NPS 有显著的相关。`, en: (n: string) => `In ${n} journey-months nothing goes together with NPS significantly.` },
  stop: { zh: '。', en: '. ' },
  joint: { zh: '；', en: '; ' },
});

type Texts = (typeof sentenceTexts)['zh'];

/** The sum in figures: +1.2 + 0.7 − 0.5 = +1.4. */
export function sayContributions(steps: readonly WaterfallStep[], total: number, t: Texts, delta: (value: number) => string): string {
  const parts = steps.filter(({ kind }) => kind === 'part').map(({ from, to }) => to - from);
  return t.adds(parts.map((part, index) => (index === 0 ? delta(part) : delta(part).replace(/^([+−])/, ' $1 ').replace(/^0/, ' + 0'))).join(''), delta(total));
}

/** What those who were picked up rate beside those who found their own way, and what the lost rate beside the smooth ones. */
export function sayExperience({ states, handedAgainstDetoured }: NpsExperience, states2: Record<State, string>, verdicts: { significant: string; insignificant: string }, t: Texts, { nps, delta }: Pick<NpsFormats, 'nps' | 'delta'>): string {
  const of = (state: State) => states.find((one) => one.state === state);
  const [smooth, handed, detoured, lost] = [of('smooth'), of('handed'), of('detoured'), of('lost')];
  const parts: string[] = [];
  if (handed?.nps !== undefined && detoured?.nps !== undefined && handedAgainstDetoured) {
    const difference = shownDelta(detoured, handed) ?? 0;
    parts.push(t.compare(states2.handed, nps(handed.nps), states2.detoured, nps(detoured.nps), delta(Math.abs(difference)).replace('+', ''), handedAgainstDetoured.significant ? verdicts.significant : verdicts.insignificant));
  }
  const worst = lost?.nps === undefined ? undefined : lost;
  if (smooth?.nps !== undefined && worst?.nps !== undefined && worst.nps < smooth.nps) parts.push(t.cost(states2.lost, nps((shownDelta(worst, smooth) ?? 0))));
  return parts.length === 0 ? '' : parts.join(t.joint) + t.stop + t.noProof;
}

/** What goes together with a lower NPS, the strongest first; nothing where nothing is significant. */
export function sayCorrelations({ pairs, months }: NpsCorrelations, variables: Record<NpsVariable, string>, t: Texts, { exact }: Pick<NpsFormats, 'exact'>): string {
  const strong = pairs
    .flatMap(({ a, b, r, n, significant }) => (r !== undefined && significant && (a === 'nps' || b === 'nps') ? [{ with: a === 'nps' ? b : a, r, n }] : []))
    .toSorted((a, b) => Math.abs(b.r) - Math.abs(a.r));
  if (strong.length === 0) return t.noneTogether(exact(months.length));
  // In English, a sentence begins with a capital, and the names of figures inside it do not.
  const told = strong.map(({ with: other, r, n }) => t.together(variables[other].toLowerCase(), r < 0 ? t.higher : t.lower, writeR(r), exact(n))).join(t.joint);
  return told.charAt(0).toUpperCase() + told.slice(1) + t.stop + t.noProof;
}

/** A correlation with its sign and two decimals. */
export const writeR = (r: number): string => `${r < 0 ? '−' : ''}${Math.abs(r).toFixed(2)}`;
