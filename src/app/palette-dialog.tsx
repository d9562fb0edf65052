import { classes, defineTexts, useModal, useTexts } from '#ui';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { SearchIcon } from './icons';
import styles from './palette-dialog.module.css';
import { findEntries, type PaletteEntry } from './palette-entries';
import { usePaletteEntries } from './use-palette-entries';
import { useTicketEntries } from './use-ticket-entries';

const texts = defineTexts({
  title: { zh: '查找', en: 'Find' },
  placeholder: { zh: '旅程、触点、步骤、原因、工单、操作', en: 'Journeys, places, steps, reasons, tickets, actions' },
  none: { zh: (typed: string) => `没有找到“${typed}”`, en: (typed: string) => `Nothing found for ${typed}` },
});

/** A combobox over everything there is (the ARIA pattern: the focus stays in the field, the active option is told). */
export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const id = useId();
  const dialog = useModal(onClose);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const tickets = useTicketEntries(typed);
  const found = [...findEntries(usePaletteEntries(), typed), ...tickets];
  const current = Math.min(active, found.length - 1);

  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, current]);

  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps: Partial<Record<string, number>> = { ArrowDown: current + 1, ArrowUp: current - 1 + found.length, Home: 0, End: found.length - 1 };
    const next = steps[event.key];
    if (event.key === 'Enter') choose(found[current]);
    else if (next !== undefined && found.length > 0) setActive(next % found.length);
    else return;
    event.preventDefault();
  };

  return (
    // A click on the dialog itself is one beside its contents: on the backdrop. The keyboard has Escape.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog ref={dialog} className={styles.dialog} aria-label={t.title} onClick={({ target }) => target === dialog.current && onClose()}>
      <div className={styles.field}>
        <SearchIcon />
        <input
          className={styles.input}
          role="combobox"
          aria-label={t.title}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
          aria-autocomplete="list"
          placeholder={t.placeholder}
          autoComplete="off"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd>Esc</kbd>
      </div>
      <div id={`${id}-list`} className={styles.list} role="listbox" aria-label={t.title}>
        {found.map((entry, index) => (
          // The field has the focus and hears the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={entry.id}
            id={`${id}-${index}`}
            className={classes(styles.option, index === current && styles.current)}
            role="option"
            aria-selected={index === current}
            onClick={() => choose(entry)}
            onPointerMove={() => setActive(index)}
          >
            <span>{entry.label}</span>
            {entry.hint && <kbd>{entry.hint}</kbd>}
            <span className={styles.group}>{entry.group}</span>
          </div>
        ))}
      </div>
      <p className={styles.none} role="status">{found.length === 0 && t.none(typed)}</p>
    </dialog>
  );
}
