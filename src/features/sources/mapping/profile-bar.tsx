import { failureOf, profilesQuery, removeProfile, saveProfile } from '#api';
import { type MappingProfile, mappingProfile, type NamedProfile } from '#contract';
import { Button, download, useTexts, useToast } from '#ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { mappingTexts } from './mapping-texts';
import styles from './mapping.module.css';

export interface ProfileBarProps {
  profile: MappingProfile;
  kept: readonly NamedProfile[];
  onLoad: (profile: MappingProfile) => void;
}

/** Keeps the mapping under a name, takes one that is kept, and lets it go and come as JSON. */
export function ProfileBar({ profile, kept, onLoad }: ProfileBarProps) {
  const t = useTexts(mappingTexts);
  const id = useId();
  const toast = useToast();
  const queries = useQueryClient();
  const [name, setName] = useState(profile.name ?? '');
  const [isWrong, setWrong] = useState(false);
  const told = (answer: { profiles: NamedProfile[] }) => queries.setQueryData(profilesQuery().queryKey, (before) => before && { ...before, ...answer });
  const save = useMutation({
    mutationFn: () => saveProfile(name.trim(), profile),
    onSuccess: (answer) => {
      told(answer);
      toast({ text: t.saved(name.trim()) });
    },
  });
  const forget = useMutation({ mutationFn: () => removeProfile(name.trim()), onSuccess: told });
  const load = (next: MappingProfile) => {
    setName(next.name ?? name);
    onLoad(next);
  };
  const open = async (file: File | undefined) => {
    const parsed = mappingProfile.safeParse(await file?.text().then(parsedJson));
    setWrong(file !== undefined && !parsed.success);
    if (parsed.success) load(parsed.data);
  };
  const failure = save.error ?? forget.error;
  return (
    <div className={styles.profile}>
      {kept.length > 0 && (
        <select aria-label={t.use} value="" onChange={({ target }) => load(kept.find((one) => one.name === target.value) ?? {})}>
          <option value="">{t.use}…</option>
          {kept.map((one) => <option key={one.name}>{one.name}</option>)}
        </select>
      )}
      <input aria-label={t.name} placeholder={t.name} value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
      <Button disabled={name.trim() === '' || save.isPending} onClick={() => save.mutate()}>{t.save}</Button>
      {kept.some((one) => one.name === name.trim()) && <Button look="quiet" onClick={() => forget.mutate()}>{t.forget}</Button>}
      <Button look="quiet" onClick={() => download(`${name.trim() || 'mapping'}.json`, 'application/json', `${JSON.stringify({ ...profile, ...(name.trim() && { name: name.trim() }) }, null, 2)}\n`)}>{t.download}</Button>
      <input
        id={id}
        type="file"
        className={styles.input}
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          void open(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      <label htmlFor={id} className={styles.link}>{t.open}</label>
      {isWrong && <p role="alert" className={styles.bad}>{t.notProfile}</p>}
      {failure && <p role="alert" className={styles.bad}>{failureOf(failure).detail}</p>}
    </div>
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
