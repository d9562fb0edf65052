import { ApiError, failureOf, handoffRulesQuery, saveHandoffRules } from '#api';
import { Empty, FailedToLoad, Loading, useToast, useTexts } from '#ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { edited, isDirty, moved, NO_DRAFT, type RulesDraft, withDraft } from './rules-draft';
import { RuleCard } from './rule-card';
import { SaveBar } from './save-bar';
import styles from './rules-sheet.module.css';
import { sheetTexts } from './sheet-texts';

interface Props {
  mayEdit: boolean;
  draft: RulesDraft;
  onDraft: (draft: RulesDraft) => void;
}

/** The rules in the order they are tried. What is changed lies on top of them until it is saved, also while somebody else saves theirs. */
export function RulesForm({ mayEdit, draft, onDraft }: Props) {
  const t = useTexts(sheetTexts);
  const toast = useToast();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(handoffRulesQuery());
  const save = useMutation({
    mutationFn: ({ version, rules }: { version: number; rules: Parameters<typeof saveHandoffRules>[0] }) => saveHandoffRules(rules, version),
    onSuccess: (answer) => {
      queries.setQueryData(handoffRulesQuery().queryKey, answer);
      onDraft(NO_DRAFT);
      toast({ text: t.saved });
    },
    onError: (failure) => failure instanceof ApiError && failure.code === 'version-stale' && void refetch(),
  });
  if (!data) return error ? <FailedToLoad failure={failureOf(error)} onRetry={() => void refetch()} /> : <Loading lines={9} />;
  if (data.rules.length === 0) return <Empty title={t.noRules}><p>{t.noRulesNext}</p></Empty>;
  const shown = withDraft(data.rules, draft);
  const original = new Map(data.rules.map((rule) => [rule.id, rule]));
  return (
    <>
      <p className={styles.quiet}>{t.howItWorks}</p>
      <ol className={styles.rules}>
        {shown.map((rule, index) => (
          <RuleCard
            key={rule.id}
            rule={rule}
            number={index + 1}
            isLast={index === shown.length - 1}
            mayEdit={mayEdit}
            changed={draft.edits[rule.id] !== undefined}
            onEdit={(edit) => onDraft(edited(draft, original.get(rule.id) ?? rule, edit))}
            onMove={(by) => onDraft(moved(draft, data.rules, rule.id, by))}
          />
        ))}
      </ol>
      {mayEdit && (
        <SaveBar dirty={isDirty(draft)} busy={save.isPending} error={save.error} onSave={() => save.mutate({ version: data.version, rules: shown })} onDiscard={() => onDraft(NO_DRAFT)} />
      )}
    </>
  );
}
