import type { CatalogueTrial } from '#contract';
import { Loading, useTexts } from '#ui';
import { JourneyMap } from '../journey-map';
import type { Draft } from './draft';
import styles from './review.module.css';
import { reviewTexts } from './review-texts';

export interface ReviewMapProps {
  draft: Draft;
  /** Absent until the first trial has come. */
  map: Pick<CatalogueTrial['map'], 'nodes' | 'flows'> | undefined;
  selected: string | undefined;
  onSelect: (id: string | undefined) => void;
}

const FRAME = { width: 1080, height: 380 };

/** The journey as it would be saved. */
export function ReviewMap({ draft: { journey, touchpoints }, map, selected, onSelect }: ReviewMapProps) {
  const t = useTexts(reviewTexts);
  if (!map) return <div className={styles.map}><Loading lines={6} /></div>;
  const used = new Set(map.nodes.map(({ touchpoint }) => touchpoint));
  const lanes = touchpoints.filter(({ id }) => used.has(id)).toSorted((a, b) => a.order - b.order);
  return (
    <div className={styles.map}>
      <JourneyMap name={t.map} journey={journey} touchpoints={lanes} nodes={map.nodes} flows={map.flows} frame={FRAME} selected={selected} onSelect={onSelect} />
    </div>
  );
}
