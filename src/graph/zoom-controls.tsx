import styles from './zoom-controls.module.css';

export interface ZoomTexts {
  /** The name of the group. */
  zoom: string;
  zoomIn: string;
  zoomOut: string;
  fit: string;
}

/** +, − and 0 as buttons, in the corner between the names of lanes and of columns, where nothing else ever stands. */
export function ZoomControls({ texts, onZoom, onFit }: { texts: ZoomTexts; onZoom: (factor: number) => void; onFit: () => void }) {
  return (
    <div className={styles.controls} role="group" aria-label={texts.zoom}>
      <button type="button" aria-label={texts.zoomIn} title={`${texts.zoomIn} +`} onClick={() => onZoom(1.25)}>
        +
      </button>
      <button type="button" aria-label={texts.zoomOut} title={`${texts.zoomOut} −`} onClick={() => onZoom(0.8)}>
        −
      </button>
      <button type="button" aria-label={texts.fit} title={`${texts.fit} 0`} onClick={onFit}>
        ⤢
      </button>
    </div>
  );
}
