import { clearDemoData, failureOf, statusQuery } from '#api';
import { Button, defineTexts, Dialog, focusPageHeading, Panel, useTexts } from '#ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const texts = defineTexts({
  title: { zh: '演示数据', en: 'Demo data' },
  note: { zh: '一家虚构寿险公司的旅程，用来看产品能做什么。接入自己的数据后可以清除。', en: 'The journeys of a life insurer that does not exist, to see what the product does. Clear it once your own data is in.' },
  clear: { zh: '清除演示数据…', en: 'Clear demo data…' },
  ask: { zh: '清除演示数据？', en: 'Clear the demo data?' },
  goes: { zh: '虚构公司的全部旅程、事件、机构、人员会被删除。', en: 'All journeys, events, organisations and people of the invented company are removed.' },
  stays: { zh: '您导入的数据会保留。', en: 'What you have imported stays.' },
  final: { zh: '这一步不能撤销。', en: 'This cannot be undone.' },
  keep: { zh: '保留', en: 'Keep it' },
  confirm: { zh: '清除', en: 'Clear' },
  clearing: { zh: '正在清除…', en: 'Clearing…' },
  failed: { zh: '没有清除成功', en: 'It was not cleared' },
});

/** Removes the synthetic insurer, after saying what goes; absent once it is gone. */
export function DemoPanel() {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const status = useQuery(statusQuery()).data;
  const [asking, setAsking] = useState(false);
  const clear = useMutation({
    mutationFn: clearDemoData,
    onSuccess: async (answer) => {
      setAsking(false);
      queries.setQueryData(statusQuery().queryKey, answer);
      await queries.invalidateQueries();
    },
  });
  // The panel goes, and what had the focus with it.
  useEffect(() => {
    if (clear.isSuccess) focusPageHeading();
  }, [clear.isSuccess]);
  if (!status?.demo) return null;
  return (
    <Panel title={t.title} note={t.note}>
      <Button onClick={() => setAsking(true)}>{t.clear}</Button>
      {asking && (
        <Dialog
          title={t.ask}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t.keep}</Button>
              <Button look="danger" disabled={clear.isPending} onClick={() => clear.mutate()}>{clear.isPending ? t.clearing : t.confirm}</Button>
            </>
          }
        >
          <p>{t.goes}</p>
          <p>{t.stays}</p>
          <p><strong>{t.final}</strong></p>
          {clear.isError && <p role="alert">{t.failed}: {failureOf(clear.error).detail}</p>}
        </Dialog>
      )}
    </Panel>
  );
}
