import { Button, defineTexts, Dialog, useTexts } from '#ui';
import { useState } from 'react';
import { CalendarForm } from './calendar-form';
import { RulesForm } from './rules-form';
import { type CalendarDraft } from './calendar-draft';
import { NO_DRAFT, type RulesDraft } from './rules-draft';
import styles from './rules-sheet.module.css';
import { useHandoffs } from './view';

const texts = defineTexts({
  title: { zh: '九应接：什么中断由谁多久接上', en: 'Rules: which breaks are picked up, by whom, how soon' },
  rules: { zh: '规则', en: 'Rules' },
  calendar: { zh: '工作日历', en: 'Working calendar' },
  readOnly: { zh: '管理者和设计者可以修改；您可以查看。', en: 'Managers and designers change these; you may look.' },
});

/** What was typed and not saved: it is there again when the sheet is opened again. */
let kept: { rules: RulesDraft; calendar: CalendarDraft } = { rules: NO_DRAFT, calendar: {} };

/** 九应接 and the calendar its clocks run by. Open, it is in the address. */
export function RulesSheet() {
  const { search, go, me } = useHandoffs();
  const t = useTexts(texts);
  const [drafts, setDrafts] = useState(kept);
  const keep = (next: typeof kept) => {
    kept = next;
    setDrafts(next);
  };
  const mayEdit = me?.roles.some((role) => role === 'manager' || role === 'designer') ?? false;
  const shown = search.sheet ?? 'rules';
  return (
    <Dialog wide title={t.title} onClose={() => go({ ...search, sheet: undefined })}>
      <div className={styles.tabs} role="group" aria-label={t.title}>
        {(['rules', 'calendar'] as const).map((tab) => (
          <Button key={tab} aria-pressed={tab === shown} className={tab === shown ? styles.on : undefined} onClick={() => go({ ...search, sheet: tab }, { replace: true })}>
            {t[tab]}
          </Button>
        ))}
        {!mayEdit && <p className={styles.quiet}>{t.readOnly}</p>}
      </div>
      {shown === 'rules' ? (
        <RulesForm mayEdit={mayEdit} draft={drafts.rules} onDraft={(rules) => keep({ ...kept, rules })} />
      ) : (
        <CalendarForm mayEdit={mayEdit} draft={drafts.calendar} onDraft={(calendar) => keep({ ...kept, calendar })} />
      )}
    </Dialog>
  );
}
