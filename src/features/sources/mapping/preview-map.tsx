import type { PreviewMap as PreviewMapAnswer } from '#contract';
import { useTexts } from '#ui';
import { useState } from 'react';
import { JourneyMap } from '../journey-map';
import { mappingTexts } from './mapping-texts';
import styles from './mapping.module.css';

const FRAME = { width: 900, height: 380 };

/** The map that the first rows make. */
export function PreviewMap({ map: { journey, touchpoints, nodes, flows } }: { map: PreviewMapAnswer }) {
  const t = useTexts(mappingTexts);
  const [selected, setSelected] = useState<string>();
  return (
    <div className={styles.map}>
      <JourneyMap name={t.mapName} journey={journey} touchpoints={touchpoints} nodes={nodes} flows={flows} frame={FRAME} selected={selected} onSelect={setSelected} />
    </div>
  );
}
