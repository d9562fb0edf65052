import { downloadRejectedRows, failureOf } from '#api';
import { reasonIn, type ImportJob } from '#contract';
import { Button, defineTexts, Table, useFormats, useLanguage, useTexts } from '#ui';
import { useMutation } from '@tanstack/react-query';
import { saveFile } from './save-file';
import styles from './rejected-rows.module.css';
import { sourceTexts } from './source-texts';

const texts = defineTexts({
  title: { zh: '被拒的行', en: 'Rejected rows' },
  first: { zh: (shown: string, all: string) => `${all} 行中的前 ${shown} 行`, en: (shown: string, all: string) => `the first ${shown} of ${all}` },
  download: { zh: '全部下载（CSV）', en: 'Download all (CSV)' },
  failed: { zh: '下载失败', en: 'The download failed' },
  where: { zh: '位置', en: 'Where' },
  why: { zh: '原因', en: 'Why' },
});

/** Why rows were not kept: the first of them, and all as a download. */
export function RejectedRows({ job }: { job: ImportJob }) {
  const t = useTexts(texts);
  const words = useTexts(sourceTexts);
  const language = useLanguage();
  const { exact } = useFormats();
  const download = useMutation({
    mutationFn: () => downloadRejectedRows(job.id),
    onSuccess: (blob) => saveFile(blob, `${job.file}.rejected.csv`),
  });
  return (
    <div className={styles.rows}>
      <div className={styles.head}>
        <h4>{t.title}</h4>
        {job.rejectedSample.length < job.rejected && <span>{t.first(exact(job.rejectedSample.length), exact(job.rejected))}</span>}
        <Button onClick={() => download.mutate()} disabled={download.isPending}>{t.download}</Button>
      </div>
      {download.isError && <p role="alert">{t.failed}: {failureOf(download.error).detail}</p>}
      <Table label={t.title} maxHeight={260}>
        <thead>
          <tr>
            <th scope="col" data-number>{words.line}</th>
            <th scope="col">{t.where}</th>
            <th scope="col">{t.why}</th>
          </tr>
        </thead>
        <tbody>
          {job.rejectedSample.map(({ line, pointer, ...told }) => (
            <tr key={`${line}${pointer}${told.reason}`}>
              <td data-number>{exact(line)}</td>
              <td><code>{pointer}</code></td>
              <td>{reasonIn(language, told)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
