import { downloadLedger, downloadLedgerTemplate, newKey, readLedgerFile, ticketsChanged } from '#api';
import { type LedgerImportAnswer, reasonIn, type TicketFilterQuery } from '#contract';
import { Button, buttonClass, defineTexts, Dialog, saveBlob, Table, Tag, type Tone, useFormats, useLanguage, useTexts } from '#ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import styles from './excel-dialog.module.css';
import { whyFailed } from './why-failed';

const texts = defineTexts({
  title: { zh: 'Excel 导入导出', en: 'The ledger in Excel' },
  out: { zh: '导出', en: 'Out' },
  export: { zh: '导出当前筛选的工单', en: 'Export the tickets of this filter' },
  exportNote: { zh: (words: string) => `全部符合“${words}”的工单，包括没有滚动到的。`, en: (words: string) => `All tickets of “${words}”, those not scrolled to as well.` },
  file: { zh: '销号台账.xlsx', en: 'ledger.xlsx' },
  in: { zh: '导入', en: 'In' },
  template: { zh: '下载模板', en: 'Download a template' },
  templateFile: { zh: '台账模板.xlsx', en: 'ledger-template.xlsx' },
  inNote: {
    zh: '没有编号的行会登记新工单，有编号的行修改已有工单。先检查一遍，不会改动任何东西。',
    en: 'Rows without a number register tickets, rows with one change it. It is checked first, and nothing changes until you say so.',
  },
  choose: { zh: '选择文件…', en: 'Choose a file…' },
  checking: { zh: '正在检查…', en: 'Checking…' },
  found: {
    zh: (register: string, edit: string, same: string, bad: string) => `将登记 ${register} 件，修改 ${edit} 件，没有变化 ${same} 件，有问题 ${bad} 行。`,
    en: (register: string, edit: string, same: string, bad: string) => `${register} to register, ${edit} to change, ${same} the same, ${bad} rows with errors.`,
  },
  take: { zh: (n: string) => `导入 ${n} 行`, en: (n: string) => `Import ${n} rows` },
  taking: { zh: '正在导入…', en: 'Importing…' },
  goodOnly: { zh: '有问题的行会跳过，其余照常导入。', en: 'Rows with errors are left out, the rest is taken.' },
  done: {
    zh: (register: string, edit: string, bad: string) => `已登记 ${register} 件，修改 ${edit} 件，跳过 ${bad} 行。`,
    en: (register: string, edit: string, bad: string) => `${register} registered, ${edit} changed, ${bad} rows left out.`,
  },
  nothing: { zh: '没有可导入的行。', en: 'There is nothing to import.' },
  row: { zh: '行', en: 'Row' },
  does: { zh: '结果', en: 'What happens' },
  ticket: { zh: '工单', en: 'Ticket' },
  problem: { zh: '问题（单元格）', en: 'Problem (cell)' },
  close: { zh: '关闭', en: 'Close' },
  shown: { zh: (n: string, all: string) => `只列出前 ${n} 行，共 ${all} 行`, en: (n: string, all: string) => `the first ${n} of ${all} rows` },
});

const does = defineTexts<Record<LedgerImportAnswer['rows'][number]['does'], string>>({
  register: { zh: '登记', en: 'register' },
  edit: { zh: '修改', en: 'change' },
  same: { zh: '没有变化', en: 'the same' },
  rejected: { zh: '有问题', en: 'error' },
});
const TONES: Record<LedgerImportAnswer['rows'][number]['does'], Tone> = { register: 'ticket', edit: 'mild', same: 'neutral', rejected: 'break' };

/** Rows listed at most: those with errors come first. */
const LISTED = 200;

/** The ledger out and in as an Excel workbook; what an import would do is shown, cell by cell, before it does it. */
export function ExcelDialog({ filter, words, onClose }: { filter: TicketFilterQuery; words: string; onClose: () => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { exact } = useFormats();
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  // A file that is sent again after the answer was lost is not taken twice; one that is chosen again is.
  const [key, setKey] = useState(newKey);
  const save = useMutation({ mutationFn: async (kind: 'ledger' | 'template') => (kind === 'ledger' ? saveBlob(t.file, await downloadLedger(filter, language)) : saveBlob(t.templateFile, await downloadLedgerTemplate(language))) });
  const check = useMutation({ mutationFn: (one: File) => readLedgerFile(one) });
  const take = useMutation({ mutationFn: (one: File) => readLedgerFile(one, key), onSuccess: () => ticketsChanged(queries) });
  const told = take.data ?? check.data;
  const failed = [save, check, take].find(({ isError }) => isError);
  const good = check.data ? check.data.registered + check.data.edited : 0;
  const choose = (one: File | undefined) => {
    if (!one) return;
    take.reset();
    setFile(one);
    setKey(newKey());
    check.mutate(one);
  };
  return (
    <Dialog title={t.title} wide onClose={onClose} actions={<Button onClick={onClose}>{t.close}</Button>}>
      <div className={styles.parts}>
        <section>
          <h3>{t.out}</h3>
          <p className={styles.quiet}>{t.exportNote(words)}</p>
          <Button look="primary" disabled={save.isPending} onClick={() => save.mutate('ledger')}>{t.export}</Button>
        </section>
        <section>
          <h3>{t.in}</h3>
          <p className={styles.quiet}>{t.inNote}</p>
          <div className={styles.actions}>
            <Button disabled={save.isPending} onClick={() => save.mutate('template')}>{t.template}</Button>
            <label className={buttonClass()}>
              {check.isPending ? t.checking : t.choose}
              <input
                className={styles.file}
                type="file"
                accept=".xlsx"
                disabled={check.isPending || take.isPending}
                onChange={({ target }) => {
                  choose(target.files?.[0]);
                  target.value = '';
                }}
              />
            </label>
            {file && <span className={styles.quiet}>{file.name}</span>}
          </div>
        </section>
      </div>
      {failed && <p role="alert" className={styles.bad}>{whyFailed(failed.error, language)}</p>}
      {told && (
        <>
          <p role="status" className={styles.found}>
            {take.data ? t.done(exact(take.data.registered), exact(take.data.edited), exact(take.data.rejected)) : t.found(exact(told.registered), exact(told.edited), exact(told.same), exact(told.rejected))}
          </p>
          {!take.data && file && (
            <div className={styles.actions}>
              <Button look="primary" disabled={good === 0 || take.isPending} onClick={() => take.mutate(file)}>{take.isPending ? t.taking : t.take(exact(good))}</Button>
              <span className={styles.quiet}>{good === 0 ? t.nothing : told.rejected > 0 && t.goodOnly}</span>
            </div>
          )}
          <Rows told={told} />
        </>
      )}
    </Dialog>
  );
}

function Rows({ told }: { told: LedgerImportAnswer }) {
  const t = useTexts(texts);
  const words = useTexts(does);
  const language = useLanguage();
  const { exact } = useFormats();
  const rows = told.rows.toSorted((a, b) => Number(b.does === 'rejected') - Number(a.does === 'rejected') || a.row - b.row);
  if (rows.length === 0) return null;
  return (
    <>
      <Table label={t.title} maxHeight={320}>
        <thead>
          <tr>
            <th scope="col" data-number>{t.row}</th>
            <th scope="col">{t.does}</th>
            <th scope="col">{t.ticket}</th>
            <th scope="col">{t.problem}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, LISTED).map((row) => (
            <tr key={row.row}>
              <td data-number>{row.row}</td>
              <td><Tag tone={TONES[row.does]}>{words[row.does]}</Tag></td>
              <td>{[row.id, row.title].filter(Boolean).join(' ')}</td>
              <td>
                {row.errors.map((error) => (
                  <p key={`${error.cell} ${error.reason}`}>
                    <b>{error.cell}</b> {error.column}: {reasonIn(language, error)}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {rows.length > LISTED && <p className={styles.quiet}>{t.shown(exact(LISTED), exact(rows.length))}</p>}
    </>
  );
}
