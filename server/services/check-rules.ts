import type { Problem } from '#contract';
import type { Catalogue, Department, HandoffRule } from '#model';

type InputErrors = NonNullable<Problem['errors']>;

/** What rules name that neither the catalogue nor the departments know, by JSON pointer into the body; and carriers that pick nobody up. */
export function ruleErrors(rules: readonly HandoffRule[], catalogue: Catalogue, departments: readonly Department[]): InputErrors {
  return rules.flatMap((rule, index) => {
    const at = `/rules/${index}`;
    const { scene } = rule;
    const among = scene.journeys ? catalogue.journeys.filter(({ id }) => scene.journeys?.includes(id)) : catalogue.journeys;
    const carrier = catalogue.touchpoints.find(({ id }) => id === rule.touchpoint);
    return [
      ...unknown(`${at}/scene/journeys`, 'journey', scene.journeys, catalogue.journeys),
      ...unknown(`${at}/scene/steps`, 'step', scene.steps, among.flatMap(({ steps }) => steps)),
      ...unknown(`${at}/scene/touchpoints`, 'touchpoint', scene.touchpoints, catalogue.touchpoints),
      ...unknown(`${at}/scene/reasons`, 'reason', scene.reasons, catalogue.reasons),
      ...unknown(`${at}/scene/segments`, 'segment', scene.segments, catalogue.segments),
      ...unknown(`${at}/scene/organisations`, 'organisation', scene.organisations, catalogue.organisations),
      ...(carrier === undefined ? [{ pointer: `${at}/touchpoint`, reason: `there is no touchpoint "${rule.touchpoint}"` }] : []),
      ...(carrier?.service === 'self' ? [{ pointer: `${at}/touchpoint`, reason: 'nobody picks customers up at a self-service touchpoint' }] : []),
      ...(rule.department === undefined || departments.some(({ id }) => id === rule.department) ? [] : [{ pointer: `${at}/department`, reason: `there is no department "${rule.department}"` }]),
      ...rule.escalateAfterMinutes.flatMap((minutes, level) =>
        level > 0 && minutes <= (rule.escalateAfterMinutes[level - 1] ?? 0) ? [{ pointer: `${at}/escalateAfterMinutes/${level}`, reason: 'each level is told later than the one before' }] : [],
      ),
    ];
  });
}

const unknown = (pointer: string, what: string, named: readonly string[] | undefined, known: readonly { id: string }[]): InputErrors =>
  (named ?? []).flatMap((id, index) => (known.some((one) => one.id === id) ? [] : [{ pointer: `${pointer}/${index}`, reason: `there is no ${what} "${id}" here` }]));
