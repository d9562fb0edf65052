import { reasonIn, type ToldReason } from '#contract';
import { Button, defineTexts, Tag, useFormats, useLanguage, useTexts } from '#ui';
import type { ReactNode } from 'react';
import styles from './import-view.module.css';
import { sourceTexts } from './source-texts';

const texts = defineTexts({
  broken: { zh: (file: string) => `${file} 读不了`, en: (file: string) => `${file} cannot be read` },
  atLine: { zh: (line: string) => `问题在第 ${line} 行。`, en: (line: string) => `The problem is at line ${line}.` },
  next: {
    zh: '没有任何一行被导入。改好后再拖进来。',
    en: 'No row has been imported. Mend it and drop it again.',
  },
  kept: {
    zh: (rows: string) => `出问题之前的 ${rows} 行已经接收；改好后再导入同一个文件，重复的行不会算两次。`,
    en: (rows: string) => `The ${rows} rows before the problem are kept; importing the mended file again counts none of them twice.`,
  },
  close: { zh: '收起', en: 'Close' },
});

export interface BrokenFileProps {
  file: string;
  reason: ToldReason;
  line?: number | undefined;
  /** Rows kept before the problem. */
  accepted: number;
  onClose: () => void;
  children?: ReactNode;
}

/** Why a file could not be imported, and what to do. */
export function BrokenFile({ file, reason, line, accepted, onClose, children }: BrokenFileProps) {
  const t = useTexts(texts);
  const words = useTexts(sourceTexts);
  const language = useLanguage();
  const { exact } = useFormats();
  return (
    <div className={styles.view} role="alert">
      <div className={styles.head}>
        <h3 className={styles.title}>
          <Tag tone="break">× {words.failed}</Tag> {t.broken(file)}
        </h3>
        <Button look="quiet" onClick={onClose}>{t.close}</Button>
      </div>
      <p className={styles.reason}>{reasonIn(language, reason)}</p>
      <p>
        {line !== undefined && t.atLine(exact(line))} {accepted > 0 ? t.kept(exact(accepted)) : t.next}
      </p>
      {children}
    </div>
  );
}
