import type { FileColumn, ValueRule } from '#contract';
import { OUTCOMES } from '#model';
import { Button, outcomeWords, useFormats, useTexts } from '#ui';
import { useState } from 'react';
import { mappingTexts } from './mapping-texts';
import styles from './mapping.module.css';
import { formOf, type RuleForm, ruleOf, TESTS } from './rule-form';

export interface RulesEditorProps {
  /** Those to begin with: whoever brings others gives the editor another key. */
  rules: readonly ValueRule[];
  columns: readonly FileColumn[];
  /** The column that a new rule is about first. */
  first: string;
  onChange: (rules: ValueRule[]) => void;
}

/** A line of the editor: what its form says, or a rule that has no form. A form that is not complete says no rule yet. */
type Line = { id: number } & ({ form: RuleForm } | { rule: ValueRule });

/** What a value means: each rule a line. */
export function RulesEditor({ rules, columns, first, onChange }: RulesEditorProps) {
  const t = useTexts(mappingTexts);
  const [lines, setLines] = useState<Line[]>(() => rules.map((rule, id) => withForm(id, rule)));
  const change = (next: Line[]) => {
    setLines(next);
    onChange(next.flatMap((line) => ('rule' in line ? line.rule : (ruleOf(line.form) ?? []))));
  };
  const add = () => setLines([...lines, { id: 1 + Math.max(-1, ...lines.map(({ id }) => id)), form: { column: first, test: 'is', value: '', becomes: 'failed', reason: '' } }]);
  return (
    <fieldset className={styles.group}>
      <legend>{t.rules}</legend>
      <p className={styles.quiet}>{t.rulesNote}</p>
      {lines.map((line, index) => {
        const remove = () => change(lines.filter(({ id }) => id !== line.id));
        if ('rule' in line) return <OtherRule key={line.id} number={index + 1} rule={line.rule} onRemove={remove} />;
        const edit = (form: RuleForm) => change(lines.map((one) => (one.id === line.id ? { id: line.id, form } : one)));
        return <RuleLine key={line.id} number={index + 1} form={line.form} columns={columns} onChange={edit} onRemove={remove} />;
      })}
      <Button onClick={add}>+ {t.addRule}</Button>
    </fieldset>
  );
}

function withForm(id: number, rule: ValueRule): Line {
  const form = formOf(rule);
  return form ? { id, form } : { id, rule };
}

interface RuleLineProps {
  number: number;
  form: RuleForm;
  columns: readonly FileColumn[];
  onChange: (form: RuleForm) => void;
  onRemove: () => void;
}

function RuleLine({ number, form, columns, onChange, onRemove }: RuleLineProps) {
  const t = useTexts(mappingTexts);
  const outcomes = useTexts(outcomeWords);
  const [typed, setTyped] = useState(form);
  const set = (change: Partial<RuleForm>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    // What is chosen counts at once, what is typed when it is done with.
    if (!('value' in change) && !('reason' in change)) onChange(next);
  };
  const settle = () => {
    if (typed.value !== form.value || typed.reason !== form.reason) onChange(typed);
  };
  return (
    <div className={styles.rule} role="group" aria-label={t.rule(number)}>
      <span aria-hidden="true">{t.when}</span>
      <select aria-label={t.column} value={typed.column} onChange={({ target }) => set({ column: target.value })}>
        {columns.map(({ name }) => <option key={name}>{name}</option>)}
      </select>
      <select aria-label={t.test} value={typed.test} onChange={({ target }) => set({ test: TESTS.find((one) => one === target.value) ?? 'is' })}>
        {TESTS.map((test) => <option key={test} value={test}>{t[test]}</option>)}
      </select>
      {typed.test !== 'rises' && (
        <input aria-label={t.value} title={t.valueNote} value={typed.value} maxLength={200} onChange={({ target }) => set({ value: target.value })} onBlur={settle} onKeyDown={({ key }) => key === 'Enter' && settle()} />
      )}
      <span aria-hidden="true">{t.becomes}</span>
      <select aria-label={t.becomes} value={typed.becomes} onChange={({ target }) => set({ becomes: OUTCOMES.find((one) => one === target.value) ?? 'skip' })}>
        {OUTCOMES.map((outcome) => <option key={outcome} value={outcome}>{outcomes[outcome]}</option>)}
        <option value="skip">{t.skip}</option>
      </select>
      {(typed.becomes === 'failed' || typed.becomes === 'limited') && (
        <input aria-label={t.reason} placeholder={t.reason} value={typed.reason} maxLength={200} onChange={({ target }) => set({ reason: target.value })} onBlur={settle} onKeyDown={({ key }) => key === 'Enter' && settle()} />
      )}
      <Button look="quiet" aria-label={t.removeRule(number)} onClick={onRemove}>×</Button>
    </div>
  );
}

function OtherRule({ number, rule, onRemove }: { number: number; rule: ValueRule; onRemove: () => void }) {
  const t = useTexts(mappingTexts);
  const { exact } = useFormats();
  return (
    <div className={styles.rule} role="group" aria-label={t.rule(number)}>
      <code>{JSON.stringify(rule)}</code>
      {rule.when.length > 1 && <span className={styles.quiet}>{t.advanced(exact(rule.when.length - 1))}</span>}
      <Button look="quiet" aria-label={t.removeRule(number)} onClick={onRemove}>×</Button>
    </div>
  );
}
