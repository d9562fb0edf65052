import { Loading, PageHeader, useTexts } from '#ui';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ApiPanel } from './api-panel';
import styles from './data-page.module.css';
import { DemoPanel } from './demo-panel';
import { HoldingsPanel } from './holdings-panel';
import { ImportList } from './import-list';
import { ImportPanel } from './import-panel';
import { sourceTexts } from './source-texts';
import { WebhooksPanel } from './webhooks-panel';

const RequestQuality = lazy(() => import('./request-quality').then((module) => ({ default: module.RequestQuality })));

/** 数据接入: what data there is, a file to bring more, and the API. The import in front is in the address. */
export function DataPage() {
  const t = useTexts(sourceTexts);
  const navigate = useNavigate();
  const { import: shown } = useSearch({ from: '/data' });
  const show = (id: string | undefined) => void navigate({ to: '/data', search: { import: id } });
  return (
    <>
      <PageHeader title={t.title} />
      <div className={styles.page}>
        <div className={styles.column}>
          <ImportPanel shown={shown} onShow={show} />
          <ImportList shown={shown} />
          <Suspense fallback={<Loading />}><RequestQuality /></Suspense>
        </div>
        <div className={styles.column}>
          <HoldingsPanel />
          <DemoPanel />
          <ApiPanel />
          <WebhooksPanel />
        </div>
      </div>
    </>
  );
}
