import { failureOf, importsQuery } from '#api';
import type { ImportJob } from '#contract';
import { classes, defineTexts, Empty, FailedToLoad, Loading, Panel, Table, Tag, useFormats, useTexts, type Tone } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import styles from './import-list.module.css';
import { sourceTexts } from './source-texts';

const texts = defineTexts({
  title: { zh: '导入记录', en: 'Imports' },
  none: { zh: '还没有导入过文件', en: 'No file has been imported yet' },
  noneNext: { zh: '拖一个 CSV、Excel 或 XES 到上面，核对列的对应，就能看到它的全景图。', en: 'Drop a CSV, Excel or XES file above, check its columns, and see its map.' },
  file: { zh: '文件', en: 'File' },
  state: { zh: '状态', en: 'State' },
  started: { zh: '开始', en: 'Started' },
});

const TONES: Record<ImportJob['state'], Tone> = { reading: 'nps', discovering: 'nps', detecting: 'nps', undoing: 'nps', done: 'good', failed: 'break', cancelled: 'neutral', undone: 'neutral' };
const SHAPES: Record<ImportJob['state'], string> = { reading: '…', discovering: '…', detecting: '…', undoing: '…', done: '✓', failed: '×', cancelled: '–', undone: '↩' };

/** All imports, newest first. */
export function ImportList({ shown }: { shown: string | undefined }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery(importsQuery());
  return (
    <Panel title={t.title}>
      {error && <FailedToLoad failure={failureOf(error)} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data?.items.length === 0 && <Empty title={t.none}><p>{t.noneNext}</p></Empty>}
      {data && data.items.length > 0 && <ImportTable jobs={data.items} zone={data.zone} shown={shown} />}
    </Panel>
  );
}

function ImportTable({ jobs, zone, shown }: { jobs: readonly ImportJob[]; zone: string; shown: string | undefined }) {
  const t = useTexts(texts);
  const words = useTexts(sourceTexts);
  const { dateTime, exact } = useFormats();
  return (
    <Table label={t.title}>
      <thead>
        <tr>
          <th scope="col">{t.file}</th>
          <th scope="col">{t.state}</th>
          <th scope="col" data-number>{words.accepted}</th>
          <th scope="col" data-number>{words.duplicates}</th>
          <th scope="col" data-number>{words.rejected}</th>
          <th scope="col">{t.started}</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={job.id} className={classes(job.id === shown && styles.shown)}>
            <th scope="row">
              <Link to="/data" search={{ import: job.id }} aria-current={job.id === shown ? 'true' : undefined}>{job.file}</Link>
            </th>
            <td><Tag tone={TONES[job.state]}>{SHAPES[job.state]} {words[job.state]}</Tag></td>
            <td data-number>{exact(job.accepted)}</td>
            <td data-number>{exact(job.duplicates)}</td>
            <td data-number>{exact(job.rejected)}</td>
            <td className={styles.time}>{dateTime(job.startedAt, zone)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
