import { classes, defineTexts, useTexts } from '#ui';
import { useId, useState, type DragEvent } from 'react';
import styles from './drop-zone.module.css';

const texts = defineTexts({
  drop: { zh: '把文件拖到这里，或', en: 'Drop a file here, or' },
  pick: { zh: '选择文件', en: 'choose one' },
  kinds: { zh: 'CSV、Excel（.xlsx）、XES 或 NDJSON，可以是 .gz 压缩的', en: 'CSV, Excel (.xlsx), XES or NDJSON, plain or .gz' },
  let: { zh: '松手即可', en: 'Let go' },
});

/** Takes a file by drop or by the file dialog, which the keyboard reaches too. */
export function DropZone({ onFile, small }: { onFile: (file: File) => void; small: boolean }) {
  const t = useTexts(texts);
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div className={classes(styles.zone, small && styles.small, over && styles.over)} onDrop={onDrop} onDragOver={onDragOver} onDragLeave={() => setOver(false)}>
      <input
        id={id}
        type="file"
        className={styles.input}
        accept=".csv,.tsv,.txt,.xes,.xlsx,.ndjson,.jsonl,.gz"
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          // So that the same file can be chosen again after it was mended.
          currentTarget.value = '';
        }}
      />
      <svg width="36" height="36" viewBox="0 0 36 36" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
        <path d="M18 23V6m-6.5 6L18 5.5l6.5 6.5M5 23v4.5A3.5 3.5 0 0 0 8.5 31h19a3.5 3.5 0 0 0 3.5-3.5V23" />
      </svg>
      <p>
        {over ? (
          t.let
        ) : (
          <>
            {t.drop}{' '}
            <label htmlFor={id} className={styles.pick}>
              {t.pick}
            </label>
          </>
        )}
      </p>
      <p className={styles.kinds}>{t.kinds}</p>
    </div>
  );
}
