import type { TaskTold } from '#contract';
import { defineTexts, useFormats, useTexts } from '#ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import styles from './task-list.module.css';
import { TaskRow } from './task-row';
import { useStillScroll } from './use-still-scroll';
import { useHandoffs } from './view';

const texts = defineTexts({
  total: { zh: (n: string) => `${n} 件`, en: (n: string) => `${n} tasks` },
  more: { zh: '正在取更多…', en: 'Getting more…' },
});

const ROW_HEIGHT = 74;
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -Infinity, End: Infinity };

interface Props {
  rows: readonly TaskTold[];
  total: number;
  /** Absent while nothing more is to be had, or it is on its way. */
  onMore: (() => void) | undefined;
}

/** The tasks of the filter, fetched as they are scrolled to; arrow keys walk, Enter opens. Who reads further down stays where they read. */
export function TaskList({ rows, total, onMore }: Props) {
  const { search, go } = useHandoffs();
  const { exact } = useFormats();
  const t = useTexts(texts);
  const scroller = useRef<HTMLDivElement>(null);
  const [walked, setWalked] = useState<string>();
  const virtual = useVirtualizer({
    count: Math.min(total, rows.length + 1),
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.id ?? 'more',
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  useStillScroll(scroller, rows, ROW_HEIGHT);
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length) onMore?.();
  }, [last, rows.length, onMore]);

  const tabbable = [walked, search.task].find((id) => rows.some((row) => row.id === id)) ?? rows[0]?.id;
  const open = (id: TaskTold['id']) => {
    setWalked(id);
    go({ ...search, task: id }, { replace: search.task !== undefined });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const at = rows.findIndex(({ id }) => id === tabbable);
    const index = Math.max(0, Math.min(rows.length - 1, at + step));
    const next = rows[index];
    if (!next) return;
    setWalked(next.id);
    virtual.scrollToIndex(index);
    // A row out of view is drawn only after the list has scrolled to it.
    if (!focusRow(scroller.current, next.id)) requestAnimationFrame(() => focusRow(scroller.current, next.id));
  };

  return (
    <>
      <p className={styles.total} aria-live="polite">
        {t.total(exact(total))}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys of the buttons inside, in one place */}
      <div ref={scroller} className={styles.scroller} onKeyDown={onKeyDown}>
        <ol className={styles.rows} style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, start, key }) => {
            const row = rows[index];
            return (
              <li key={key} style={{ transform: `translateY(${start}px)`, height: ROW_HEIGHT }} aria-setsize={total} aria-posinset={index + 1}>
                {row ? <TaskRow task={row} opened={row.id === search.task} tabbable={row.id === tabbable} onOpen={open} /> : <span className={styles.more}>{t.more}</span>}
              </li>
            );
          })}
        </ol>
      </div>
    </>
  );
}

/** @returns whether there is such a row by now */
function focusRow(list: HTMLElement | null, id: string): boolean {
  const row = list?.querySelector<HTMLButtonElement>(`button[data-task="${CSS.escape(id)}"]`);
  row?.focus({ preventScroll: true });
  return row !== null && row !== undefined;
}
