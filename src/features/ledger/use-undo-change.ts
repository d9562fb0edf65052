import { failureOf, newKey, ticketsChanged, undoChange } from '#api';
import type { BulkAnswer } from '#contract';
import { defineTexts, useFormats, useTexts, useToast } from '#ui';
import { useQueryClient } from '@tanstack/react-query';

const texts = defineTexts({
  changed: { zh: (n: string) => `改动了 ${n} 件`, en: (n: string) => `${n} changed` },
  undo: { zh: '撤销', en: 'Undo' },
  undone: { zh: (n: string) => `已撤销，${n} 件恢复原样`, en: (n: string) => `Undone: ${n} are as before` },
  kept: { zh: (n: string, kept: string) => `${n} 件恢复原样，${kept} 件之后又有人改过，保持现状`, en: (n: string, kept: string) => `${n} are as before; ${kept} were changed since and stay` },
  failed: { zh: (why: string) => `没有撤销：${why}`, en: (why: string) => `Not undone: ${why}` },
  again: { zh: '重试', en: 'Try again' },
});

/** How long (ms) a bulk action offers to be undone. */
const UNDO_FOR = 60_000;

/** Says what a bulk action changed, and undoes it on request. */
export function useUndoChange(): { tell: (answer: BulkAnswer) => void; undo: (answer: Pick<BulkAnswer, 'id'>) => void } {
  const t = useTexts(texts);
  const { exact } = useFormats();
  const toast = useToast();
  const queries = useQueryClient();
  const undo = ({ id }: Pick<BulkAnswer, 'id'>, key = newKey()) => {
    undoChange(id, key).then(
      ({ changed, refused }) => {
        ticketsChanged(queries);
        toast({ text: refused.length > 0 ? t.kept(exact(changed), exact(refused.length)) : t.undone(exact(changed)) });
      },
      (error: unknown) => toast({ text: t.failed(failureOf(error).detail), action: { label: t.again, run: () => undo({ id }, key) } }),
    );
  };
  return {
    undo: (answer) => undo(answer),
    tell: (answer) => toast({ text: t.changed(exact(answer.changed)), action: { label: t.undo, run: () => undo(answer) }, stays: UNDO_FOR }),
  };
}
