import { actAs, meQuery, peopleQuery } from '#api';
import { defineTexts, LANGUAGES, useLocalize, useTexts, type Language } from '#ui';
import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { setPreferences, usePreferences } from './preferences';
import styles from './settings-panel.module.css';

const texts = defineTexts({
  title: { zh: '设置', en: 'Settings' },
  actAs: { zh: '以…身份', en: 'Acting as' },
  actAsNote: { zh: '登录上线前，演示中可以换成任何人。', en: 'Until there is sign-in, the demo lets anybody act as anybody.' },
  theme: { zh: '外观', en: 'Appearance' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
  auto: { zh: '跟随系统', en: 'System' },
  language: { zh: '语言', en: 'Language' },
  shortcuts: { zh: '单键快捷键（? 查看）', en: 'Single-key shortcuts (? lists them)' },
});

const SCHEMES: readonly MantineColorScheme[] = ['light', 'dark', 'auto'];
const LANGUAGE_NAMES: Record<Language, string> = { zh: '中文', en: 'English' };

/** Who acts, the theme, the language and the shortcuts. Closes on Escape and on a click elsewhere. */
export function SettingsPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTexts(texts);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { language, shortcuts } = usePreferences();
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    panel.current?.focus();
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !panel.current?.parentElement?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [onClose]);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc of everything inside
    <div
      id={id}
      ref={panel}
      className={styles.panel}
      role="dialog"
      aria-label={t.title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <ActingAs />
      <Choice
        legend={t.theme}
        name="theme"
        options={SCHEMES.map((value) => ({ value, label: t[value] }))}
        value={colorScheme}
        onChange={setColorScheme}
      />
      <Choice
        legend={t.language}
        name="language"
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={language}
        onChange={(value) => setPreferences({ language: value })}
      />
      <label className={styles.check}>
        <input type="checkbox" checked={shortcuts} onChange={({ target }) => setPreferences({ shortcuts: target.checked })} />
        {t.shortcuts}
      </label>
    </div>
  );
}

/** The demo's switcher 以…身份. */
function ActingAs() {
  const t = useTexts(texts);
  const localize = useLocalize();
  const queries = useQueryClient();
  const me = useQuery(meQuery()).data;
  const people = useQuery({ ...peopleQuery(), enabled: me?.canActAs === true }).data;
  if (!me?.canActAs || !people) return me && <p className={styles.me}>{localize(me.person.name)}</p>;
  const become = (person: string) => {
    setPreferences({ actingAs: person });
    actAs(person);
    void queries.invalidateQueries();
  };
  return (
    <label className={styles.field}>
      <span className={styles.legend}>{t.actAs}</span>
      <select value={me.person.id} onChange={({ target }) => become(target.value)}>
        {people.items.map(({ id, name }) => (
          <option key={id} value={id}>{localize(name)}</option>
        ))}
      </select>
      <span className={styles.note}>{t.actAsNote}</span>
    </label>
  );
}

interface ChoiceProps<Value extends string> {
  legend: string;
  name: string;
  options: readonly { value: Value; label: ReactNode }[];
  value: Value;
  onChange: (value: Value) => void;
}

const Choice = <Value extends string>({ legend, name, options, value, onChange }: ChoiceProps<Value>) => (
  <fieldset className={styles.choice}>
    <legend className={styles.legend}>{legend}</legend>
    <div className={styles.segments}>
      {options.map((option) => (
        <label key={option.value} className={styles.segment}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
