import type { LiveState } from '#api';
import type { Status } from '#contract';
import type { Instant } from '#model';
import { classes, DemoBadge, defineTexts, useFormats, useTexts } from '#ui';
import { useEffect, useState } from 'react';
import { SearchIcon } from './icons';
import { openPalette } from './palette';
import styles from './tools.module.css';

const texts = defineTexts({
  find: { zh: '查找旅程、触点、工单、操作…', en: 'Find journeys, places, tickets, actions…' },
  live: { zh: '实时', en: 'Live' },
  polling: { zh: '每 15 秒更新', en: 'Every 15 s' },
  pollingWhy: { zh: '实时通道被网络挡住了，改为每 15 秒询问一次。', en: 'The network blocks live updates; the page asks every 15 seconds instead.' },
  lost: { zh: '断线', en: 'Offline' },
  connecting: { zh: '连接中', en: 'Connecting' },
});

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

export interface ToolsProps {
  live: LiveState | undefined;
  status: Status | undefined;
  /** When this browser heard the status: what the server's clock said then may be far from what the browser's says. */
  heardAt: Instant;
}

/** At the end of every page's header: that the data is synthetic, search, and how fresh everything is. */
export function Tools({ live, status, heardAt }: ToolsProps) {
  const t = useTexts(texts);
  const { ago, dateTime } = useFormats();
  const now = useNow(10_000);
  return (
    <>
      {status?.demo && <DemoBadge />}
      <button type="button" className={styles.find} onClick={openPalette} aria-label={t.find} aria-keyshortcuts="Meta+K Control+K">
        <SearchIcon />
        <span className={styles.words}>{t.find}</span>
        <kbd>{isApple ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <span className={styles.live} title={[live === 'polling' && t.pollingWhy, status && dateTime(status.asOf, status.zone)].filter(Boolean).join('\n')}>
        <span className={classes(styles.dot, live === 'live' && styles.on, live === 'polling' && styles.half, live === 'lost' && styles.off)} aria-hidden="true" />
        <span className={styles.state}>{live ? t[live] : t.connecting}</span>
        {status && <span className={styles.words}> {ago(heardAt, now)}</span>}
      </span>
    </>
  );
}

function useNow(every: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
