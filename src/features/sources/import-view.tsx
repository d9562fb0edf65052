import { cancelImport, catalogueQuery, failureOf, importQuery, refreshData, undoImport } from '#api';
import type { ImportJob } from '#contract';
import { toJourney, toNps } from '#src/routes';
import { Button, buttonClass, defineTexts, Dialog, FailedToLoad, Loading, Tag, useFormats, useLocalize, useTexts } from '#ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { BrokenFile } from './broken-file';
import styles from './import-view.module.css';
import { ProgressBar } from './progress-bar';
import { QualityReport } from './quality-report';
import { ReviewButton } from './review-button';
import { RejectedRows } from './rejected-rows';
import { sourceTexts } from './source-texts';

const texts = defineTexts({
  of: { zh: (part: string, whole: string) => `${part} / ${whole}`, en: (part: string, whole: string) => `${part} of ${whole}` },
  rate: { zh: (rows: string) => `每秒 ${rows} 行`, en: (rows: string) => `${rows} rows a second` },
  left: { zh: (seconds: string) => `约剩 ${seconds} 秒`, en: (seconds: string) => `about ${seconds} s left` },
  cancel: { zh: '取消导入', en: 'Cancel import' },
  cancelling: { zh: '正在取消', en: 'Cancelling' },
  undo: { zh: '撤销这次导入', en: 'Undo this import' },
  undoNow: { zh: '全部撤销', en: 'Take all of it out' },
  keep: { zh: '保留', en: 'Keep it' },
  undoNote: {
    zh: (file: string, events: string) => `${file} 带来的 ${events} 个事件会全部取出，只为它建立的旅程和名称也一并去掉；别的数据不受影响。之后可以再导入。`,
    en: (file: string, events: string) => `The ${events} events that ${file} brought are taken out, with journeys and names that nothing else uses; other data stays as it is. It can be imported again.`,
  },
  undoRatings: {
    zh: (file: string, rows: string) => `${file} 带来的 ${rows} 行评价（或邀请数）会全部取出，连同留言；别的数据不受影响。之后可以再导入。`,
    en: (file: string, rows: string) => `The ${rows} ratings (or invitations) that ${file} brought are taken out, with their comments; other data stays as it is. It can be imported again.`,
  },
  seeNps: { zh: '看净推荐值', en: 'See NPS' },
  takenOut: { zh: (file: string) => `${file} 没有留下任何数据`, en: (file: string) => `Nothing of ${file} is kept` },
  known: { zh: '这些行以前都导入过，什么也没变。想换一种映射来读，请先撤销以前那次导入。', en: 'All its rows were known, and nothing has changed. To read them by another mapping, undo the import before first.' },
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
  score: { zh: '评分', en: 'Score' },
  programme: { zh: '调研类型', en: 'Programme' },
  comment: { zh: '留言', en: 'Comment' },
  invited: { zh: '邀请数', en: 'Invited' },
  journeyColumn: { zh: '旅程', en: 'Journey' },
});

const FIELDS = ['instance', 'step', 'at', 'touchpoint', 'outcome', 'reason', 'customer', 'organisation', 'segment', 'score', 'programme', 'comment', 'invited', 'journeyColumn'] as const;
const isOfRatings = ({ mapping }: ImportJob): boolean => mapping?.kind === 'ratings' || mapping?.kind === 'invitations';

/** One import, from the first row to its result. */
export function ImportView({ id, onClose }: { id: string; onClose: () => void }) {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(importQuery(id));
  const state = data?.job.state;
  // Live updates are paced; who waits for this file is shown its data at once.
  useEffect(() => {
    if (state === 'done' || state === 'undone' || state === 'cancelled') refreshData(queries);
  }, [state, queries]);
  if (error) return <FailedToLoad failure={failureOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { job } = data;
  if (job.state === 'cancelled' || job.state === 'undone') return <TakenOut job={job} onClose={onClose} />;
  if (job.state === 'failed') {
    return (
      <BrokenFile file={job.file} reason={job.error ?? { reason: '' }} line={job.error?.line} accepted={job.accepted} onClose={onClose}>
        {job.accepted > 0 && <UndoButton job={job} />}
        {job.rejected > 0 && <RejectedRows job={job} />}
      </BrokenFile>
    );
  }
  return (
    <div className={styles.view} aria-live="polite">
      {job.state === 'done' ? <Done job={job} onClose={onClose} /> : <UnderWay job={job} asOf={data.asOf} />}
    </div>
  );
}

function UnderWay({ job, asOf }: { job: ImportJob; asOf: string }) {
  const t = useTexts(texts);
  const words = useTexts(sourceTexts);
  const { bytes, exact } = useFormats();
  const queries = useQueryClient();
  const cancel = useMutation({ mutationFn: () => cancelImport(job.id), onSettled: () => queries.invalidateQueries({ queryKey: importQuery(job.id).queryKey }) });
  if (job.state === 'undoing') return <ProgressBar label={`${words.undoing} ${job.file}`} done={0} total={0} figures="" />;
  const read = job.state === 'reading';
  const detection = job.detection ?? { done: 0, total: 0 };
  const seconds = (Date.parse(asOf) - Date.parse(job.startedAt)) / 1_000;
  const share = job.bytes.total > 0 ? job.bytes.read / job.bytes.total : 0;
  // Told once there is something to tell it from.
  const left = read && share > 0.02 && seconds > 1 ? Math.ceil((seconds * (1 - share)) / share) : undefined;
  return (
    <>
      <ProgressBar
        label={`${words.reading} ${job.file}`}
        done={read ? job.bytes.read : 1}
        total={read ? job.bytes.total : 1}
        figures={[
          t.soFar(exact(job.rows)),
          t.of(bytes(job.bytes.read), bytes(job.bytes.total)),
          read && seconds > 1 && job.rows > 0 && t.rate(exact(Math.round(job.rows / seconds))),
          left !== undefined && t.left(exact(left)),
        ].filter(Boolean).join(' · ')}
      >
        <Button disabled={cancel.isPending} onClick={() => cancel.mutate()}>{cancel.isPending ? t.cancelling : t.cancel}</Button>
      </ProgressBar>
      {job.state === 'discovering' && <ProgressBar label={words.discovering} done={0} total={0} figures="" />}
      {job.state === 'detecting' && (
        <ProgressBar label={words.detecting} done={detection.done} total={detection.total} figures={t.of(exact(detection.done), exact(detection.total))} />
      )}
      <Counts job={job} />
    </>
  );
}

function TakenOut({ job, onClose }: { job: ImportJob; onClose: () => void }) {
  const t = useTexts(texts);
  const words = useTexts(sourceTexts);
  return (
    <div className={styles.head} role="status">
      <h3 className={styles.title}><Tag>– {job.state === 'undone' ? words.undone : words.cancelled}</Tag> {t.takenOut(job.file)}</h3>
      <Button look="quiet" onClick={onClose}>{t.close}</Button>
    </div>
  );
}

/** Takes the import out as a whole, after asking. */
function UndoButton({ job }: { job: ImportJob }) {
  const t = useTexts(texts);
  const { exact } = useFormats();
  const queries = useQueryClient();
  const [asks, setAsks] = useState(false);
  const undo = useMutation({
    mutationFn: () => undoImport(job.id),
    onSuccess: (next) => queries.setQueryData(importQuery(job.id).queryKey, (before) => before && { ...before, job: next }),
  });
  if (!asks) return <Button look="quiet" onClick={() => setAsks(true)}>{t.undo}</Button>;
  return (
    <Dialog
      title={t.undo}
      onClose={() => setAsks(false)}
      actions={
        <>
          <Button onClick={() => setAsks(false)}>{t.keep}</Button>
          <Button look="danger" disabled={undo.isPending} onClick={() => undo.mutate()}>{t.undoNow}</Button>
        </>
      }
    >
      <p>{(isOfRatings(job) ? t.undoRatings : t.undoNote)(job.file, exact(job.accepted))}</p>
      {undo.isError && <p role="alert">{failureOf(undo.error).detail}</p>}
    </Dialog>
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
          {journey && !isOfRatings(job) && <p>{t.importedAs(localize(journey.name))}</p>}
        </div>
        <div className={styles.actions}>
          {isOfRatings(job) && <Link {...toNps(job.mapping?.constants?.programme === 'relational' ? { programme: 'relational' } : {})} className={buttonClass('primary')}>{t.seeNps}</Link>}
          {job.journey && !isOfRatings(job) && <Link {...toJourney(job.journey)} className={buttonClass('primary')}>{words.seeMap}</Link>}
          {journey && !isOfRatings(job) && <ReviewButton journey={journey.id} />}
          {job.accepted > 0 && <UndoButton job={job} />}
          <Button look="quiet" onClick={onClose}>{t.close}</Button>
        </div>
      </div>
      {job.accepted === 0 && job.duplicates > 0 && <p>{t.known}</p>}
      <Counts job={job} />
      <Mapping job={job} />
      {job.quality && <QualityReport findings={job.quality} />}
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
      {job.skipped !== undefined && (
        <div>
          <dt>{words.skipped}</dt>
          <dd>{exact(job.skipped)}</dd>
        </div>
      )}
    </dl>
  );
}

function Mapping({ job }: { job: ImportJob }) {
  const t = useTexts(texts);
  const mapped = FIELDS.flatMap((field) => (typeof job.mapping?.[field] === 'string' ? [{ field, column: job.mapping[field] }] : []));
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
