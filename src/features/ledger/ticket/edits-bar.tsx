import { Button, defineTexts, useTexts } from '#ui';
import { useState } from 'react';
import { ConflictDialog } from './conflict-dialog';
import type { EditsState } from './edit-queue';
import styles from './edits-bar.module.css';
import { useTicketView } from './view';

const texts = defineTexts({
  saving: { zh: '正在保存…', en: 'Saving…' },
  waiting: { zh: (n: number) => `连不上服务：${n} 处修改在等待，联网后自动发送，刷新页面也不会丢。`, en: (n: number) => `The server cannot be reached: ${n} ${n === 1 ? 'edit waits' : 'edits wait'}, to be sent when it can; a reload loses nothing.` },
  retry: { zh: '现在再试', en: 'Try now' },
  refused: { zh: '这处修改没有被接受：', en: 'This edit was not accepted: ' },
  discard: { zh: '放弃这处修改', en: 'Give this edit up' },
  conflict: { zh: '有人同时改了同一处。您写的都还在。', en: 'Somebody changed the same field meanwhile. Nothing you wrote is lost.' },
  compare: { zh: '逐项比较…', en: 'Compare field by field…' },
});

/** Where edits are on their way: at the foot of what is in view, over the page, so that nothing moves. */
export function EditsBar() {
  const { edits } = useTicketView();
  const t = useTexts(texts);
  const { state } = edits;
  return (
    <div className={styles.foot}>
      <p className={styles.quiet} role="status">{state.kind === 'saving' && <span>{t.saving}</span>}</p>
      {state.kind !== 'saved' && state.kind !== 'saving' && <Bar state={state} />}
    </div>
  );
}

function Bar({ state }: { state: Exclude<EditsState, { kind: 'saved' | 'saving' }> }) {
  const { edits } = useTicketView();
  const t = useTexts(texts);
  const [comparing, setComparing] = useState(false);
  return (
    <div className={styles.bar} role="alert">
      {state.kind === 'waiting' && (
        <>
          <span>⚠ {t.waiting(state.count)}</span>
          <Button onClick={edits.retry}>{t.retry}</Button>
        </>
      )}
      {state.kind === 'refused' && (
        <>
          <span>⚠ {t.refused}{state.detail}</span>
          <Button onClick={edits.retry}>{t.retry}</Button>
          <Button onClick={edits.discard}>{t.discard}</Button>
        </>
      )}
      {state.kind === 'conflict' && (
        <>
          <span>⚠ {t.conflict}</span>
          <Button look="primary" onClick={() => setComparing(true)}>{t.compare}</Button>
          {comparing && (
            <ConflictDialog
              conflicts={state.conflicts}
              onClose={() => setComparing(false)}
              onResolve={(mine) => {
                setComparing(false);
                edits.resolve(mine);
              }}
            />
          )}
        </>
      )}
    </div>
  );
}
