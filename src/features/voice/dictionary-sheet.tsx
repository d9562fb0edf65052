import { ApiError, dictionaryQuery, failureOf, saveDictionary, voiceChanged } from '#api';
import type { ThemeDictionary } from '#model';
import { Button, defineTexts, Dialog, useLocalize, useTexts, useToast } from '#ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refusalOf, withoutTheme, withTheme, withWords, wordsOf, writeWords } from './dictionary-draft';
import styles from './dictionary-sheet.module.css';
import { mayEditDictionary } from './may-edit';
import { useVoice } from './view';
import { voiceTexts } from './voice-texts';

const texts = defineTexts({
  how: {
    zh: '评论先由 jieba 分词，再找词典里的词：每个词按字数计入它的主题，得分最高的是主要主题，达到其一半的也算，最多三个。词须与分词的边界对齐，所以“马上限时”里没有“上限”。情感由评分（9–10 正，0–6 负）加正负面词得出，词最多移动两档。',
    en: 'Comments are cut into words by jieba, and the words of the dictionary are looked for: each counts for its theme by its length; the theme with most comes first, others with at least half as much follow, three at most. A word is found only where it begins and ends with a word of the text. Sentiment is the score (9–10 good, 0–6 bad) moved by good and bad words, two steps at most.',
  },
  readOnly: { zh: '管理者和设计者可以修改；您可以查看。', en: 'Managers and designers change it; you may look.' },
  apart: { zh: '用顿号、逗号或换行分隔；英文不分大小写，词尾 s、ed、ing 也算。', en: 'Apart by commas or lines; English whatever the case, endings such as s, ed and ing included.' },
  words: { zh: (name: string) => `${name} 的词`, en: (name: string) => `Words of ${name}` },
  positive: { zh: '正面词', en: 'Good words' },
  negative: { zh: '负面词', en: 'Bad words' },
  negations: { zh: '否定词', en: 'Negations' },
  remove: { zh: (name: string) => `删除主题 ${name}`, en: (name: string) => `Remove the theme ${name}` },
  add: { zh: '新增主题', en: 'Add a theme' },
  zh: { zh: '中文名', en: 'Chinese name' },
  en: { zh: '英文名（可不填）', en: 'English name (optional)' },
  save: { zh: '保存并重新归类', en: 'Save and read all again' },
  saving: { zh: '正在保存…', en: 'Saving…' },
  saved: { zh: '词典已保存，评论正在重新归类', en: 'The dictionary is saved; comments are being read again' },
  double: { zh: (words: string) => `这些词重复了，或太长：${words}`, en: (words: string) => `These words are there twice, or too long: ${words}` },
  stale: { zh: '有人刚刚改过词典。再保存一次会以你的为准；放弃则看到现在的。', en: 'Somebody has just changed the dictionary. Save again to set yours; discard to see it as it is.' },
  discard: { zh: '放弃修改', en: 'Discard changes' },
});

/** What was typed and not saved: it is there again when the sheet is opened again. */
let kept: ThemeDictionary | undefined;

/** 主题词典, for whoever may change it. Open, it is in the address. */
export function DictionarySheet() {
  const { search, go, me } = useVoice();
  const t = useTexts(texts);
  const v = useTexts(voiceTexts);
  const localize = useLocalize();
  const toast = useToast();
  const queries = useQueryClient();
  const { data, refetch } = useQuery(dictionaryQuery());
  const [draft, setDraft] = useState(kept);
  const [name, setName] = useState({ zh: '', en: '' });
  const keep = (next: ThemeDictionary | undefined) => {
    kept = next;
    setDraft(next);
  };
  const save = useMutation({
    mutationFn: ({ dictionary, version }: { dictionary: ThemeDictionary; version: number }) => saveDictionary(dictionary, version),
    onSuccess: (answer) => {
      queries.setQueryData(dictionaryQuery().queryKey, answer);
      keep(undefined);
      voiceChanged(queries);
      toast({ text: t.saved });
      close();
    },
    onError: (error) => error instanceof ApiError && error.code === 'version-stale' && void refetch(),
  });
  const close = () => go({ ...search, sheet: undefined });
  if (!data) return undefined;
  const shown = draft ?? data.dictionary;
  const may = mayEditDictionary(me);
  const wrong = draft ? refusalOf(draft) : [];
  const isStale = save.error instanceof ApiError && save.error.code === 'version-stale';
  return (
    <Dialog
      wide
      title={v.dictionary}
      onClose={close}
      actions={
        may && (
          <>
            {draft && <Button onClick={() => keep(undefined)}>{t.discard}</Button>}
            <Button look="primary" disabled={!draft || wrong.length > 0 || save.isPending} onClick={() => draft && save.mutate({ dictionary: draft, version: data.version })}>
              {save.isPending ? t.saving : t.save}
            </Button>
          </>
        )
      }
    >
      <p className={styles.quiet}>{t.how}</p>
      <p className={styles.quiet}>{may ? t.apart : t.readOnly}</p>
      <div className={styles.themes}>
        {shown.themes.map(({ id, name: of, words }) => (
          <div key={id} className={styles.theme}>
            <Words label={t.words(localize(of))} words={words} disabled={!may} onWords={(next) => keep(withWords(shown, id, next))} />
            {may && (
              <button type="button" aria-label={t.remove(localize(of))} onClick={() => keep(withoutTheme(shown, id))}>
                ×
              </button>
            )}
          </div>
        ))}
        {(['positive', 'negative', 'negations'] as const).map((tone) => (
          <div key={tone} className={styles.theme}>
            <Words label={t[tone]} words={shown[tone]} disabled={!may} onWords={(next) => keep({ ...shown, [tone]: next })} />
          </div>
        ))}
      </div>
      {may && (
        <form
          className={styles.adding}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.zh.trim() === '') return;
            keep(withTheme(shown, name.zh.trim(), name.en.trim()));
            setName({ zh: '', en: '' });
          }}
        >
          {(['zh', 'en'] as const).map((language) => (
            <label key={language}>
              {t[language]}
              <input value={name[language]} maxLength={60} onChange={({ target }) => setName({ ...name, [language]: target.value })} />
            </label>
          ))}
          <Button disabled={name.zh.trim() === ''} onClick={({ currentTarget }) => currentTarget.form?.requestSubmit()}>{t.add}</Button>
        </form>
      )}
      {wrong.length > 0 && <p className={styles.error} role="alert">{t.double(wrong.join('、'))}</p>}
      {save.error && !save.isPending && <p className={styles.error} role="alert">{isStale ? t.stale : v.failed(failureOf(save.error).detail)}</p>}
    </Dialog>
  );
}

/** A list of words, typed as they come; read when the field is left. */
function Words({ label, words, disabled, onWords }: { label: string; words: readonly string[]; disabled: boolean; onWords: (words: string[]) => void }) {
  const written = writeWords(words);
  const [typed, setTyped] = useState<string>();
  return (
    <label>
      {label}
      <textarea
        rows={3}
        disabled={disabled}
        value={typed ?? written}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => {
          if (typed !== undefined && writeWords(wordsOf(typed)) !== written) onWords(wordsOf(typed));
          setTyped(undefined);
        }}
      />
    </label>
  );
}
