import { Button, defineTexts, Dialog, useTexts } from '#ui';
import { useState } from 'react';
import type { OwnView } from './use-views';
import styles from './views-menu.module.css';

const texts = defineTexts({
  saveTitle: { zh: '保存视图', en: 'Save view' },
  manageTitle: { zh: '管理视图', en: 'Manage views' },
  cancel: { zh: '取消', en: 'Cancel' },
  name: { zh: '名称', en: 'Name' },
  nameOf: { zh: (name: string) => `“${name}”的名称`, en: (name: string) => `Name of “${name}”` },
  shared: { zh: '共享给所有人', en: 'Share with everybody' },
  shareOf: { zh: (name: string) => `共享“${name}”`, en: (name: string) => `Share “${name}”` },
  share: { zh: '共享', en: 'Shared' },
  save: { zh: '保存', en: 'Save' },
  overwrite: { zh: '换成当前', en: 'Use current' },
  overwriteOf: { zh: (name: string) => `“${name}”换成当前的筛选`, en: (name: string) => `Make “${name}” the current filter` },
  remove: { zh: '删除', en: 'Delete' },
  removeOf: { zh: (name: string) => `删除“${name}”`, en: (name: string) => `Delete “${name}”` },
  close: { zh: '完成', en: 'Done' },
});

/** Gives what is on screen a name. */
export function SaveView({ keeps, saving, onClose, onSave }: { keeps: string; saving: boolean; onClose: () => void; onSave: (name: string, shared: boolean) => void }) {
  const t = useTexts(texts);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = () => name.trim() !== '' && onSave(name.trim(), shared);
  return (
    <Dialog
      title={t.saveTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" disabled={name.trim() === '' || saving} onClick={save}>{t.save}</Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label className={styles.field}>
          {t.name}
          <input className={styles.input} value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
        </label>
        <label className={styles.check}>
          <input type="checkbox" checked={shared} onChange={({ target }) => setShared(target.checked)} />
          {t.shared}
        </label>
      </form>
      <p className={styles.note}>{keeps}</p>
    </Dialog>
  );
}

export interface ManageViewsProps {
  views: readonly OwnView[];
  /** What the address says now. */
  written: string;
  saving: boolean;
  onClose: () => void;
  onChange: (view: OwnView) => void;
  onRemove: (view: OwnView) => void;
}

/** Renames, shares, overwrites and deletes one's own views. */
export function ManageViews({ views, written, saving, onClose, onChange, onRemove }: ManageViewsProps) {
  const t = useTexts(texts);
  return (
    <Dialog title={t.manageTitle} onClose={onClose} actions={<Button look="primary" onClick={onClose}>{t.close}</Button>}>
      <ul className={styles.manage} aria-busy={saving}>
        {views.map((view) => (
          <li key={view.id}>
            <input
              className={styles.input}
              aria-label={t.nameOf(view.name)}
              defaultValue={view.name}
              maxLength={100}
              onBlur={({ target }) => {
                const name = target.value.trim();
                if (name === '') target.value = view.name;
                else if (name !== view.name) onChange({ ...view, name });
              }}
            />
            <label className={styles.check}>
              <input type="checkbox" aria-label={t.shareOf(view.name)} checked={view.shared} onChange={({ target }) => onChange({ ...view, shared: target.checked })} />
              {t.share}
            </label>
            <Button look="quiet" aria-label={t.overwriteOf(view.name)} disabled={view.search === written} onClick={() => onChange({ ...view, search: written })}>{t.overwrite}</Button>
            <Button look="quiet" aria-label={t.removeOf(view.name)} onClick={() => onRemove(view)}>{t.remove}</Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
