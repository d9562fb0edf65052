import { meQuery } from '#api';
import { defineTexts, useLocalize, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { PersonIcon } from './icons';
import railStyles from './rail.module.css';

const SettingsPanel = lazy(async () => ({ default: (await import('./settings-panel')).SettingsPanel }));

const texts = defineTexts({
  settings: { zh: '我的', en: 'Me' },
  who: { zh: (name: string) => `以 ${name} 的身份，打开设置`, en: (name: string) => `Acting as ${name}, open settings` },
  whoUnknown: { zh: '打开设置', en: 'Open settings' },
});

/** Opens who acts, the theme, the language and the shortcuts. */
export function SettingsButton() {
  const t = useTexts(texts);
  const localize = useLocalize();
  const me = useQuery(meQuery()).data;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div>
      <button
        ref={button}
        type="button"
        className={railStyles.item}
        aria-label={me ? t.who(localize(me.person.name)) : t.whoUnknown}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={() => setOpen(!open)}
      >
        <PersonIcon />
        {t.settings}
      </button>
      {open && (
        <Suspense>
          <SettingsPanel id={panel} onClose={close} />
        </Suspense>
      )}
    </div>
  );
}
