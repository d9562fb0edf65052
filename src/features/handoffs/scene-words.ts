import type { HandoffScene, JourneyId, Kind, StepId } from '#model';
import { type CatalogueNames, defineTexts, type Formats } from '#ui';

export const sceneTexts = defineTexts({
  any: { zh: '任何中断', en: 'any break' },
  or: { zh: '、', en: ' or ' },
  at: { zh: (touchpoints: string) => `在${touchpoints}`, en: (touchpoints: string) => `on ${touchpoints}` },
  atLeast: { zh: (name: string, n: string) => `${name} ≥ ${n}`, en: (name: string, n: string) => `${name} ≥ ${n}` },
  below: { zh: (name: string, n: string) => `${name} < ${n}`, en: (name: string, n: string) => `${name} < ${n}` },
  requested: { zh: '申请金额', en: 'amount asked for' },
  amount: { zh: '金额', en: 'amount' },
});

interface Words {
  /** All there are, for steps of a scene that names no journey. */
  journeys: readonly JourneyId[];
  names: CatalogueNames;
  kinds: Readonly<Record<Kind, string>>;
  formats: Formats;
  t: (typeof sceneTexts)['zh'];
}

/** A scene in words: 保单借款 · 额度试算 · 在APP、微信 · 规则受限 · 申请金额 ≥ 30万. */
export function sceneWords({ journeys, steps, touchpoints, kinds, reasons, segments, organisations, amount }: HandoffScene, { journeys: known, names, kinds: kindWords, formats, t }: Words): string {
  const any = <Id>(ids: readonly Id[] | undefined, name: (id: Id) => string) => ids && ids.map(name).join(t.or);
  const attribute = amount && ({ requested: t.requested, amount: t.amount }[amount.attribute] ?? amount.attribute);
  const parts = [
    any(journeys, names.journey),
    any(steps, (step) => stepName(step, journeys ?? known, names)),
    touchpoints && t.at(any(touchpoints, names.touchpoint) ?? ''),
    any(kinds, (kind) => kindWords[kind]),
    any(reasons, names.reason),
    any(segments, names.segment),
    any(organisations, names.organisation),
    attribute !== undefined && amount?.atLeast !== undefined && t.atLeast(attribute, formats.count(amount.atLeast)),
    attribute !== undefined && amount?.below !== undefined && t.below(attribute, formats.count(amount.below)),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : t.any;
}

/** A step is known by its journey; where there are several, by the first that has it. */
function stepName(step: StepId, journeys: readonly JourneyId[], names: CatalogueNames): string {
  for (const journey of journeys) {
    const name = names.step(journey, step);
    if (name !== String(step)) return name;
  }
  return step;
}
