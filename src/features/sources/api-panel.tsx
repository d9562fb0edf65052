import { catalogueQuery, connection } from '#api';
import { Button, defineTexts, Panel, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import styles from './api-panel.module.css';
import { curlExample } from './curl-example';

const texts = defineTexts({
  title: { zh: '通过接口发送', en: 'Send through the API' },
  note: { zh: 'JSON 数组或每行一个事件（NDJSON），一次最多 5,000 个；坏行会说明原因，好行照收。', en: 'A JSON array or one event a line (NDJSON), up to 5,000 a request; bad rows are told with their reason, good ones kept.' },
  example: { zh: '可复制的 curl 命令', en: 'A curl command to copy' },
  inBrowser: {
    zh: '这里的服务在浏览器里，别的程序到不了它。用 npm start 启动自己的服务后，把地址换成它的。',
    en: 'The service here is in the browser, where no other program reaches it. Start your own with npm start and put its address there.',
  },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  openapi: { zh: '接口说明（OpenAPI）', en: 'API description (OpenAPI)' },
});

/** Where a server of one's own is, unless told otherwise. */
const OWN_SERVER = 'http://127.0.0.1:4070/api/v1';

/** While there is no catalogue, or it cannot be had, the example names no journey of it. */
const UNKNOWN = { journeys: [], touchpoints: [] };

/** A request that can be pasted into a terminal, with the address this page itself uses. */
export function ApiPanel() {
  const t = useTexts(texts);
  const [copied, setCopied] = useState(false);
  const pre = useRef<HTMLPreElement>(null);
  const api = useQuery({ queryKey: ['connection', 'address'], queryFn: connection, staleTime: 'static' }).data;
  const catalogue = useQuery(catalogueQuery()).data;
  const [at] = useState(() => new Date().toISOString());
  const base = api && (api.inBrowser ? OWN_SERVER : new URL(api.base, document.baseURI).href);
  const example = base && curlExample(base, catalogue ?? UNKNOWN, at);
  const copy = async () => {
    if (!example) return;
    try {
      await navigator.clipboard.writeText(example);
    } catch {
      // A browser that does not let the page copy gets it selected, ready for its own shortcut.
      if (pre.current) getSelection()?.selectAllChildren(pre.current);
      return;
    }
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <Panel title={t.title} note={t.note}>
      {/* Scrolls by keyboard, so it takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre ref={pre} className={styles.example} tabIndex={0} role="region" aria-label={t.example}>{example}</pre>
      <div className={styles.actions}>
        <Button onClick={() => void copy()} disabled={!example}>{copied ? `✓ ${t.copied}` : t.copy}</Button>
        {base && !api.inBrowser && <a href={`${base}/openapi.json`} target="_blank" rel="noreferrer">{t.openapi}</a>}
      </div>
      {api?.inBrowser && <p className={styles.note}>{t.inBrowser}</p>}
    </Panel>
  );
}
