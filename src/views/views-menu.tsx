import { newKey, peopleQuery } from '#api';
import type { SavedView } from '#contract';
import type { PersonId } from '#model';
import { Choice, defineTexts, Dropdown, useLocalize, useTexts, useToast } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { type OwnView, useViews } from './use-views';
import { ManageViews, SaveView } from './views-dialogs';
import styles from './views-menu.module.css';

const texts = defineTexts({
  views: { zh: '视图', en: 'View' },
  usual: { zh: '默认', en: 'default' },
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

export interface ViewsMenuProps<Search extends object> {
  page: SavedView['page'];
  /** What the address says now. */
  search: Search;
  /** What it says before anybody has asked for anything: nothing, unless told. */
  untouched?: Search | undefined;
  /** What an address says that is worth a name: all of it that is understood and no passing detail. */
  read: (search: Record<string, unknown>) => Search;
  go: (search: Search) => void;
  /** What a view of this page keeps, for whoever saves one. */
  keeps: string;
}

/** 保存的视图: names for what the address of a page says; one's own, and those that others share. */
export function ViewsMenu<Search extends object>({ page, search, untouched, read, go, keeps }: ViewsMenuProps<Search>) {
  const t = useTexts(texts);
  const toast = useToast();
  const router = useRouter();
  const localize = useLocalize();
  const views = useViews(page);
  const people = useQuery(peopleQuery()).data?.items;
  const [open, setOpen] = useState<'save' | 'manage'>();
  if (!views) return undefined;
  const person = (id: PersonId): string => {
    const found = people?.find((one) => one.id === id);
    return found ? localize(found.name) : id;
  };
  const write = (one: Search): string => router.options.stringifySearch(one).replace(/^\?/, '');
  const saidBy = (view: SavedView): Search => read(router.options.parseSearch(view.search));
  const written = write(read(Object.fromEntries(Object.entries(search))));
  const same = (view: SavedView): boolean => write(saidBy(view)) === written;
  const current = [...views.own, ...views.others].find(same);
  const isUntouched = written === (untouched ? write(untouched) : '');

  const remove = (view: OwnView) =>
    views.change(
      (own) => own.filter(({ id }) => id !== view.id),
      () => toast({ text: t.deleted(view.name), action: { label: t.undo, run: () => views.change((own) => [...own, view]) }, stays: 60_000 }),
    );
  return (
    <>
      <Dropdown name={t.views} value={current?.name ?? (isUntouched ? t.usual : t.unsaved)}>
        {views.own.length + views.others.length === 0 && <p className={styles.none}>{t.none}</p>}
        {views.own.map((view) => (
          <Choice key={view.id} chosen={view === current} onChoose={() => go(saidBy(view))}>
            {view.name}
            {view.shared && <span className={styles.by}>{t.shared}</span>}
          </Choice>
        ))}
        {views.others.map((view) => (
          <Choice key={view.id} chosen={view === current} onChoose={() => go(saidBy(view))}>
            {view.name}
            <span className={styles.by}>{t.by(person(view.owner))}</span>
          </Choice>
        ))}
        <div className={styles.actions}>
          <Choice chosen={false} onChoose={() => setOpen('save')}>{t.save}</Choice>
          {views.own.length > 0 && <Choice chosen={false} onChoose={() => setOpen('manage')}>{t.manage}</Choice>}
        </div>
      </Dropdown>
      {open === 'save' && (
        <SaveView
          keeps={keeps}
          saving={views.saving}
          onClose={() => setOpen(undefined)}
          onSave={(name, shared) =>
            views.change(
              (own) => [...own, { id: newKey(), name, shared, page, search: written }],
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
