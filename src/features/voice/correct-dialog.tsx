import { ApiError, commentQuery, correctComment, dictionaryQuery, failureOf, saveDictionary, voiceChanged } from '#api';
import type { VoiceComment } from '#contract';
import type { ThemeId } from '#model';
import { Button, defineTexts, Dialog, useLocalize, useTexts, useToast } from '#ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import styles from './correct-dialog.module.css';
import { mayEditDictionary } from './may-edit';
import { useVoice } from './view';
import { voiceTexts } from './voice-texts';

const texts = defineTexts({
  title: { zh: '更正主题', en: 'Correct the theme' },
  themes: { zh: '这条评论说的是（最多三个，先选的最主要）', en: 'What it is about (up to three, the first is the main one)' },
  sticks: { zh: '更正后一直有效：词典改了也不会变。', en: 'It sticks: no change of the dictionary undoes it.' },
  teach: { zh: '把这些词也收进词典', en: 'Teach the dictionary these words too' },
  teachNote: { zh: (theme: string) => `收进“${theme}”，所有评论会按新词典重新归类。`, en: (theme: string) => `They go into “${theme}”, and all comments are read again.` },
  noWords: { zh: '这条评论没有词典不认识的词。', en: 'It has no word that the dictionary does not know.' },
  save: { zh: '更正', en: 'Correct' },
  saving: { zh: '正在更正…', en: 'Correcting…' },
  giveBack: { zh: '改回由词典归类', en: 'Let the dictionary decide again' },
  done: { zh: '主题已更正', en: 'The theme is corrected' },
  stale: { zh: '有人刚刚更正过它，下面是现在的主题；再确认一次就以你的为准。', en: 'Somebody has just corrected it; below are its themes now. Confirm again to set yours.' },
});

const MOST = 3;

/** Sets the themes of a comment by hand, and teaches the dictionary words of it. */
export function CorrectDialog({ comment, onClose }: { comment: VoiceComment; onClose: () => void }) {
  const { dictionary, theme: nameOf, me } = useVoice();
  const t = useTexts(texts);
  const v = useTexts(voiceTexts);
  const localize = useLocalize();
  const toast = useToast();
  const queries = useQueryClient();
  const known = useQuery(commentQuery(comment.id)).data;
  const [version, setVersion] = useState(comment.version);
  const [themes, setThemes] = useState<readonly ThemeId[]>(comment.themes);
  const [words, setWords] = useState<readonly string[]>([]);
  const [main] = themes;
  const toggle = (id: ThemeId) => setThemes(themes.includes(id) ? themes.filter((one) => one !== id) : [...themes, id].slice(0, MOST));

  const save = useMutation({
    mutationFn: async (next: readonly ThemeId[] | null) => {
      await correctComment(comment.id, version, next && [...next]);
      if (next === null || words.length === 0 || main === undefined) return;
      // As it is now: what others taught it meanwhile stays.
      const now = await queries.fetchQuery({ ...dictionaryQuery(), staleTime: 0 });
      const themesNow = now.dictionary.themes.map((one) => (one.id === main ? { ...one, words: [...one.words, ...words] } : one));
      await saveDictionary({ ...now.dictionary, themes: themesNow }, now.version);
    },
    onSuccess: () => {
      toast({ text: t.done });
      voiceChanged(queries);
      onClose();
    },
    onError: async (error) => {
      if (!(error instanceof ApiError) || error.code !== 'version-stale') return;
      const { comment: now } = await queries.fetchQuery({ ...commentQuery(comment.id), staleTime: 0 });
      setVersion(now.version);
      setThemes(now.themes);
    },
  });
  const isStale = save.error instanceof ApiError && save.error.code === 'version-stale';
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      actions={
        <>
          {comment.corrected && <Button onClick={() => save.mutate(null)}>{t.giveBack}</Button>}
          <Button onClick={onClose}>{v.cancel}</Button>
          <Button look="primary" disabled={save.isPending} onClick={() => save.mutate(themes)}>{save.isPending ? t.saving : t.save}</Button>
        </>
      }
    >
      <blockquote className={styles.quote}>{comment.text}</blockquote>
      <fieldset className={styles.choices}>
        <legend>{t.themes}</legend>
        {dictionary.themes.map(({ id, name }) => (
          <label key={id}>
            <input type="checkbox" checked={themes.includes(id)} disabled={!themes.includes(id) && themes.length >= MOST} onChange={() => toggle(id)} />
            {localize(name)}
            {main === id && themes.length > 1 && <b aria-hidden="true"> ①</b>}
          </label>
        ))}
      </fieldset>
      <p className={styles.quiet}>{t.sticks}</p>
      {mayEditDictionary(me) && main !== undefined && known && (
        <fieldset className={styles.choices}>
          <legend>{t.teach}</legend>
          {known.words.length === 0 && <span className={styles.quiet}>{t.noWords}</span>}
          {known.words.map((word) => (
            <label key={word}>
              <input type="checkbox" checked={words.includes(word)} onChange={() => setWords(words.includes(word) ? words.filter((one) => one !== word) : [...words, word])} />
              {word}
            </label>
          ))}
          {words.length > 0 && <p className={styles.quiet}>{t.teachNote(nameOf(main))}</p>}
        </fieldset>
      )}
      {save.error && (
        <p className={styles.error} role="alert">
          {isStale ? t.stale : v.failed(failureOf(save.error).detail)}
        </p>
      )}
    </Dialog>
  );
}
