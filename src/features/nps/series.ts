import type { NpsAgainst, NpsAnswer, NpsChange, NpsSeries } from '#contract';
import { organisationId, segmentId, touchpointId, journeyId } from '#model';
import type { CatalogueNames } from '#ui';

/** The series that stands large: what the address names, else the important services together, else everything. */
export function focusOf(answer: NpsAnswer, focus: string | undefined): NpsSeries {
  if (focus === 'all') return answer.all;
  const named = focus === undefined || focus === 'important' ? undefined : answer.series.find(({ id }) => id === focus);
  return named ?? answer.important ?? answer.all;
}

/** A comparison of a series by its name; none where it does not apply. */
export const changeOf = ({ changes }: Pick<NpsSeries, 'changes'>, against: NpsAgainst): NpsChange | undefined => changes.find((one) => one.against === against);

/** What many series are compared with at once: what was chosen, or where that does not apply (a January is its own year's start) the next that does. */
export const comparatorOf = ({ all }: Pick<NpsAnswer, 'all'>, against: NpsAgainst): NpsAgainst => [against, 'yearStart' as const, 'lastYear' as const].find((one) => changeOf(all, one)) ?? against;

/** What a series is called. */
export function seriesName({ group }: Pick<NpsAnswer, 'group'>, id: string, names: CatalogueNames, words: { important: string; all: string; unnamed: string }): string {
  if (id === '') return words.unnamed;
  if (id === 'important' || id === 'all') return words[id];
  switch (group) {
    case 'touchpoint':
      return names.touchpoint(touchpointId.parse(id));
    case 'organisation':
      return names.organisation(organisationId.parse(id));
    case 'segment':
      return names.segment(segmentId.parse(id));
    default:
      return names.journey(journeyId.parse(id));
  }
}
