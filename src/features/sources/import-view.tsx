import { catalogueQuery, failureOf, importQuery, refreshData } from '#api';
import type { ImportJob } from '#contract';
import { toJourney } from '#src/routes';
import { Button, buttonClass, defineTexts, FailedToLoad, Loading, Tag, useFormats, useLocalize, useTexts } from '#ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { BrokenFile } from './broken-file';
import styles from './import-view.module.css';
import { ProgressBar } from './progress-bar';
import { RejectedRows } from './rejected-rows';
import { sourceTexts } from './source-texts';

const texts = defineTexts({
  of: { zh: (part: string, whole: string) => `${part} / ${whole}`, en: (part: string, whole: string) => `${part} of ${whole}` },
  soFar: { zh: (rows: string) => `已读 ${rows} 行`, en: (rows: string) => `${rows} rows read` },
  imported: { zh: (file: string) => `${file} 已导入`, en: (file: string) => `${file} is imported` },
  importedAs: { zh: (journey: string) => `成为旅程“${journey}”`, en: (journey: string) => `It is now the journey ${journey}` },
  mapping: { zh: '列的对应', en: 'Columns' },
  close: { zh: '收起', en: 'Close' },
  instance: { zh: '旅程实例', en: 'Instance' },
  step: { zh: '步骤', en: 'Step' },
  at: { zh: '时间', en: 'Time' },
  touchpoint: { zh: '触点', en: 'Touchpoint' },
  outcome: { zh: '结果', en: 'Outcome' },
  reason: { zh: '原因', en: 'Reason' },
  customer: { zh: '客户', en: 'Customer' },
  organisation: { zh: '机构', en: 'Organisation' },
  segment: { zh: '客群', en: 'Segment' },
});

const FIELDS = ['instance', 'step', 'at', 'touchpoint', 'outcome', 'reason', 'customer', 'organisation', 'segment'] as const;

/** One import, from the first row to its result. */
export function ImportView({ id, onClose }: { id: string; onClose: () => void }) {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(importQuery(id));
  const state = data?.job.state;
  // Live updates are paced; who waits for this file is shown its data at once.
  useEffect(() => {
    if (state === 'done') refreshData(queries);
  }, [state, queries]);
  if (error) return <FailedToLoad failure={failureOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { job } = data;
  if (job.state === 'failed') {
    return (
      <BrokenFile file={job.file} reason={job.error ?? { reason: '' }} line={job.error?.line} accepted={job.accepted} onClose={onClose}>
        {job.rejected > 0 && <RejectedRows job={job} />}
      </BrokenFile>
    );
  }
  return (
    <div className={styles.view} aria-live="polite">
      {job.state === 'done' ? <Done job={job} onClose={onClose} /> : <UnderWay job={job} />}
    </div>
  );
}

function UnderWay({ job }: { job: ImportJob }) {
  const t = useTexts(texts);
  const words = useTexts(sourceTexts);
  const { bytes, exact } = useFormats();
  const read = job.state === 'reading';
  const detection = job.detection ?? { done: 0, total: 0 };
  return (
    <>
      <ProgressBar
        label={`${words.reading} ${job.file}`}
        done={read ? job.bytes.read : 1}
        total={read ? job.bytes.total : 1}
        figures={`${t.soFar(exact(job.rows))} · ${t.of(bytes(job.bytes.read), bytes(job.bytes.total))}`}
      />
      {job.state === 'discovering' && <ProgressBar label={words.discovering} done={0} total={0} figures="" />}
      {job.state === 'detecting' && (
        <ProgressBar label={words.detecting} done={detection.done} total={detection.total} figures={t.of(exact(detection.done), exact(detection.total))} />
      )}
      <Counts job={job} />
    </>
  );
}

function Done({ job, onClose }: { job: ImportJob; onClose: () => void }) {
  const t = useTexts(texts);
  const words = useTexts(sourceTexts);
  const localize = useLocalize();
  const catalogue = useQuery(catalogueQuery()).data;
  const journey = catalogue?.journeys.find(({ id }) => id === job.journey);
  return (
    <>
      <div className={styles.head}>
        <div>
          <h3 className={styles.title}><Tag tone="good">✓ {words.done}</Tag> {t.imported(job.file)}</h3>
          {journey && <p>{t.importedAs(localize(journey.name))}</p>}
        </div>
        <div className={styles.actions}>
          {job.journey && <Link {...toJourney(job.journey)} className={buttonClass('primary')}>{words.seeMap}</Link>}
          <Button look="quiet" onClick={onClose}>{t.close}</Button>
        </div>
      </div>
      <Counts job={job} />
      <Mapping job={job} />
      {job.rejected > 0 && <RejectedRows job={job} />}
    </>
  );
}

function Counts({ job }: { job: ImportJob }) {
  const words = useTexts(sourceTexts);
  const { exact } = useFormats();
  return (
    <dl className={styles.counts}>
      {(['rows', 'accepted', 'duplicates', 'rejected'] as const).map((what) => (
        <div key={what}>
          <dt>{words[what]}</dt>
          <dd data-bad={what === 'rejected' && job.rejected > 0}>{exact(job[what])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Mapping({ job }: { job: ImportJob }) {
  const t = useTexts(texts);
  const mapped = FIELDS.flatMap((field) => (job.mapping?.[field] === undefined ? [] : [{ field, column: job.mapping[field] }]));
  if (mapped.length === 0) return null;
  return (
    <div className={styles.mapping}>
      <h4>{t.mapping}</h4>
      <ul>
        {mapped.map(({ field, column }) => (
          <li key={field}>
            {t[field]} ← <code>{column}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
