import type { ImportJob } from '#contract';
import { Button, defineTexts, FailedToLoad, Loading, Panel, useFormats, useTexts } from '#ui';
import { lazy, Suspense } from 'react';
import { BrokenFile } from './broken-file';
import { DropZone } from './drop-zone';
import { ImportView } from './import-view';
import { ProgressBar } from './progress-bar';
import { useUpload } from './use-upload';

const MappingPanel = lazy(() => import('./mapping/mapping-panel').then((module) => ({ default: module.MappingPanel })));

const texts = defineTexts({
  title: { zh: '导入一份日志', en: 'Import a log' },
  note: {
    zh: '每行一件事：谁的旅程、做了哪一步、什么时候。哪一列是什么会按文件内容提出建议，可以改，看到全景图再导入；没有目录的日志会自动识别出步骤和阶段。客户评价和邀请数的文件也拖到这里，看表头就能认出来。',
    en: 'One thing that happened a row: whose journey, which step, when. Which column is which is proposed from the file, for you to correct with its map before your eyes; a log without a catalogue gets one, with steps and stages. Files of ratings or invitations go here too: their header tells them.',
  },
  sending: { zh: (file: string) => `正在上传 ${file}`, en: (file: string) => `Uploading ${file}` },
  cancel: { zh: '取消上传', en: 'Cancel upload' },
  another: { zh: '换一个文件', en: 'Try another file' },
});

/** From dropping a file, over its mapping, to its result. */
export function ImportPanel({ shown, onShow }: { shown: string | undefined; onShow: (id: string | undefined) => void }) {
  const t = useTexts(texts);
  const { bytes } = useFormats();
  const { state, choose, send, cancel, dismiss } = useUpload((job: ImportJob) => onShow(job.id));
  if (state.kind === 'chosen') {
    return (
      <Suspense fallback={<Loading />}>
        <MappingPanel key={`${state.file.name} ${state.file.lastModified}`} file={state.file} onImport={(profile) => send(state.file, profile)} onCancel={dismiss} />
      </Suspense>
    );
  }
  return (
    <Panel title={t.title} note={t.note}>
      {state.kind === 'sending' && (
        <ProgressBar label={t.sending(state.file.name)} done={state.sent} total={state.file.size} figures={`${bytes(state.sent)} / ${bytes(state.file.size)}`}>
          <Button onClick={cancel}>{t.cancel}</Button>
        </ProgressBar>
      )}
      {state.kind === 'failed' && (
        <>
          <FailedToLoad failure={state.failure} onRetry={() => send(state.file, state.profile)} />
          <Button onClick={dismiss}>{t.another}</Button>
        </>
      )}
      {(state.kind === 'idle' || state.kind === 'unreadable') && <DropZone onFile={choose} small={state.kind === 'unreadable' || shown !== undefined} />}
      {state.kind === 'unreadable' && <BrokenFile file={state.file.name} reason={state.reason} line={state.line} accepted={0} onClose={dismiss} />}
      {state.kind === 'idle' && shown !== undefined && <ImportView id={shown} onClose={() => onShow(undefined)} />}
    </Panel>
  );
}
