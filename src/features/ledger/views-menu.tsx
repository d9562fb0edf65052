import { newKey } from '#api';
import type { SavedView } from '#contract';
import { Choice, defineTexts, Dropdown, useTexts, useToast } from '#ui';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { ledgerSearch, type LedgerSearch } from './search';
import type { Lookup } from './use-lookup';
import { type OwnView, useViews } from './use-views';
import { ManageViews, SaveView } from './views-dialogs';
import styles from './views-menu.module.css';

const texts = defineTexts({
  views: { zh: '视图', en: 'View' },
  unsaved: { zh: '未保存', en: 'not saved' },
  none: { zh: '还没有保存过视图。', en: 'No view has been saved yet.' },
  save: { zh: '保存当前视图…', en: 'Save this view…' },
  manage: { zh: '管理视图…', en: 'Manage views…' },
  shared: { zh: '共享', en: 'shared' },
  by: { zh: (name: string) => `${name} 共享`, en: (name: string) => `by ${name}` },
  saved: { zh: (name: string) => `已保存视图“${name}”`, en: (name: string) => `View “${name}” saved` },
  deleted: { zh: (name: string) => `已删除视图“${name}”`, en: (name: string) => `View “${name}” deleted` },
  undo: { zh: '撤销', en: 'Undo' },
});

/** 保存的视图: names for what the address says; one's own, and those that others share. */
export function ViewsMenu({ search, go, lookup }: { search: LedgerSearch; go: (search: LedgerSearch) => void; lookup: Lookup }) {
  const t = useTexts(texts);
  const toast = useToast();
  const router = useRouter();
  const views = useViews();
  const [open, setOpen] = useState<'save' | 'manage'>();
  if (!views) return undefined;
  const written = router.options.stringifySearch(search).replace(/^\?/, '');
  const read = (view: SavedView): LedgerSearch => ledgerSearch(router.options.parseSearch(view.search));
  const same = (view: SavedView): boolean => router.options.stringifySearch(read(view)).replace(/^\?/, '') === written;
  const current = [...views.own, ...views.others].find(same);

  const remove = (view: OwnView) =>
    views.change(
      (own) => own.filter(({ id }) => id !== view.id),
      () => toast({ text: t.deleted(view.name), action: { label: t.undo, run: () => views.change((own) => [...own, view]) }, stays: 60_000 }),
    );
  return (
    <>
      <Dropdown name={t.views} value={current?.name ?? t.unsaved}>
        {views.own.length + views.others.length === 0 && <p className={styles.none}>{t.none}</p>}
        {views.own.map((view) => (
          <Choice key={view.id} chosen={view === current} onChoose={() => go(read(view))}>
            {view.name}
            {view.shared && <span className={styles.by}>{t.shared}</span>}
          </Choice>
        ))}
        {views.others.map((view) => (
          <Choice key={view.id} chosen={view === current} onChoose={() => go(read(view))}>
            {view.name}
            <span className={styles.by}>{t.by(lookup.person(view.owner))}</span>
          </Choice>
        ))}
        <div className={styles.actions}>
          <Choice chosen={false} onChoose={() => setOpen('save')}>{t.save}</Choice>
          {views.own.length > 0 && <Choice chosen={false} onChoose={() => setOpen('manage')}>{t.manage}</Choice>}
        </div>
      </Dropdown>
      {open === 'save' && (
        <SaveView
          saving={views.saving}
          onClose={() => setOpen(undefined)}
          onSave={(name, shared) =>
            views.change(
              (own) => [...own, { id: newKey(), name, shared, page: 'ledger', search: written }],
              () => {
                setOpen(undefined);
                toast({ text: t.saved(name) });
              },
            )
          }
        />
      )}
      {open === 'manage' && (
        <ManageViews
          views={views.own}
          saving={views.saving}
          onClose={() => setOpen(undefined)}
          onChange={(changed) => views.change((own) => own.map((view) => (view.id === changed.id ? changed : view)))}
          onRemove={(view) => {
            // The notice that undoes it lies behind the dialog.
            setOpen(undefined);
            remove(view);
          }}
          written={written}
        />
      )}
    </>
  );
}
