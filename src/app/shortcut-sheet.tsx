import { defineTexts, Dialog, useShortcut, useShortcutList, useTexts } from '#ui';
import { useCallback, useState } from 'react';
import styles from './shortcut-sheet.module.css';

const texts = defineTexts({
  title: { zh: '键盘快捷键', en: 'Keyboard shortcuts' },
  show: { zh: '查看快捷键', en: 'Show shortcuts' },
  off: { zh: '单键快捷键可以在“我的”里关闭。', en: 'Single-key shortcuts can be switched off under Me, at the bottom of the rail.' },
});

/** `?`: what can be done by one key on the page in front. */
export function ShortcutSheet() {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const shortcuts = useShortcutList();
  useShortcut('?', t.show, useCallback(() => setOpen(true), []));
  return (
    open && (
      <Dialog title={t.title} onClose={() => setOpen(false)}>
        <dl className={styles.list}>
          {shortcuts.map(({ key, label }) => (
            <div key={key} className={styles.row}>
              <dt>{label}</dt>
              <dd><kbd>{key.replace('mod+', '⌘ / Ctrl ').replace(/[a-z]$/, (letter) => letter.toUpperCase())}</kbd></dd>
            </div>
          ))}
        </dl>
        <p className={styles.note}>{t.off}</p>
      </Dialog>
    )
  );
}
