import { defineTexts, useShortcut, useTexts } from '#ui';
import styles from './hidden-bar.module.css';
import { useFullScreen } from './use-full-screen';

const texts = defineTexts({ full: { zh: '全屏', en: 'Full screen' } });

/** The map on the whole screen, by a click or F. */
export function FullScreenButton() {
  const t = useTexts(texts);
  const { isOn, toggle } = useFullScreen();
  useShortcut('f', t.full, toggle);
  return (
    <button type="button" className={styles.full} aria-label={t.full} aria-pressed={isOn} aria-keyshortcuts="f" title={`${t.full} F`} onClick={toggle}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path d={isOn ? 'M5 1v4H1M9 1v4h4M5 13V9H1M9 13V9h4' : 'M1 5V1h4M9 1h4v4M1 9v4h4M9 13h4V9'} />
      </svg>
      <span>{t.full}</span>
    </button>
  );
}
