import type { LiveState } from '#api';
import type { Status } from '#contract';
import { defineTexts, Stale, useFormats, useTexts } from '#ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import styles from './banners.module.css';

const texts = defineTexts({
  connecting: { zh: '正在连接数据服务。浏览器里的演示要先生成数据，需要几秒。', en: 'Connecting. The demo in the browser makes its data first, which takes some seconds.' },
  stale: { zh: (since: string) => `与服务的连接断开了，屏幕上是 ${since} 的数据。正在重连。`, en: (since: string) => `The connection is lost; this is the data of ${since}. Reconnecting.` },
  staleUnknown: { zh: '与服务的连接断开了，正在重连。', en: 'The connection is lost. Reconnecting.' },
  redetecting: {
    zh: (done: string, total: string) => `目录改了，正在重新识别中断：${done} / ${total}。完成之前的数字仍按旧目录。`,
    en: (done: string, total: string) => `The catalogue has changed; detecting again: ${done} of ${total}. Figures are of the one before until then.`,
  },
});

/** A stream that comes back this soon (ms) is no news. */
const PATIENCE = 4_000;
/** An API that is found this soon (ms) needs no words. */
const SLOW = 600;

export interface BannersProps {
  connecting: boolean;
  live: LiveState | undefined;
  status: Status | undefined;
}

/** What a person must know about all that is on screen: it is not there yet, it is old, or about to change. */
export function Banners({ connecting, live, status }: BannersProps) {
  const t = useTexts(texts);
  const { dateTime, exact } = useFormats();
  const queries = useQueryClient();
  const lost = useLasting(live === 'lost', PATIENCE);
  const slow = useLasting(connecting, SLOW);
  return (
    <>
      {slow && <p className={styles.connecting} role="status">{t.connecting}</p>}
      {lost && (
        <Stale onRetry={() => void queries.invalidateQueries()}>{status ? t.stale(dateTime(status.asOf, status.zone)) : t.staleUnknown}</Stale>
      )}
      {status?.redetection && <Stale>{t.redetecting(exact(status.redetection.done), exact(status.redetection.total))}</Stale>}
    </>
  );
}

/** Whether something has been true for longer than `ms`. */
function useLasting(now: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!now) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), ms);
    return () => clearTimeout(timer);
  }, [now, ms]);
  return lasting;
}
