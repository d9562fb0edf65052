import type { DerivedInstance } from '../derived-instance';
import type { InstanceId } from '../ids';
import { nodeNamer } from '../node-key';
import type { NpsCounts } from '../nps';
import type { Level } from '../panorama-counts';
import { bandOf, type Rating } from '../rating';
import { levelVisits } from '../visits';
import type { Sentiment } from './theme-id';

/** What those who visited a place said: of the transactional ratings, and of the comments, that name their instance. */
export interface PlaceVoice extends NpsCounts {
  comments: number;
  /** Of them, those that speak ill. */
  negative: number;
}

/**
 * What the instances of a filter said, by the nodes that they visited: a rating counts once at each of them. It must be of the instance's
 * journey; its own touchpoint does not matter, for it tells where it was asked, not where the customer has been.
 *
 * @param instances already selected
 * @param said of each instance, its ratings of the same journey; `sentiment` where it has a comment that was read
 */
export function countPlaceVoices(
  level: Level,
  instances: readonly DerivedInstance[],
  said: (instance: InstanceId) => readonly (Pick<Rating, 'score' | 'programme' | 'journey'> & { sentiment?: Sentiment | undefined })[],
): Map<string, PlaceVoice> {
  const name = nodeNamer(level);
  const places = new Map<string, PlaceVoice>();
  for (const { id, journey, detection } of instances) {
    // A relational rating without a comment says nothing about a place.
    const ratings = said(id).filter((one) => one.journey === journey && (one.programme === 'transactional' || one.sentiment !== undefined));
    if (ratings.length === 0) continue;
    const visited = new Set(levelVisits(level, detection.visits).map(({ step, touchpoint }) => name(journey, step, touchpoint)));
    for (const node of visited) {
      const place = places.get(node) ?? { n: 0, promoters: 0, detractors: 0, comments: 0, negative: 0 };
      places.set(node, place);
      for (const { score, programme, sentiment } of ratings) {
        if (sentiment !== undefined) place.comments++;
        if (sentiment === 'negative') place.negative++;
        if (programme !== 'transactional') continue;
        place.n++;
        if (bandOf(score) === 'promoter') place.promoters++;
        if (bandOf(score) === 'detractor') place.detractors++;
      }
    }
  }
  return places;
}
