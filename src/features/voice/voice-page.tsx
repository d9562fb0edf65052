import { catalogueQuery, dictionaryQuery, failureOf, meQuery, voiceChanged, voiceThemesQuery } from '#api';
import { toData } from '#src/routes';
import { ViewsMenu } from '#src/views/index';
import { Button, buttonClass, catalogueNames, defineTexts, Empty, FailedToLoad, Loading, PageHeader, Stale, useFormats, useLanguage, useLocalize, useSlow, useTexts } from '#ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { CommentList } from './comment-list';
import { FilterBar } from './filter-bar';
import { type VoiceSearch, voiceSearch } from './search';
import { ThemeDetail } from './theme-detail';
import { ThemeList } from './theme-list';
import { isNarrowed, themesAsked, withoutFilter, worthSaving } from './url';
import { VoiceContext, type VoiceView } from './view';
import styles from './voice-page.module.css';
import { voiceTexts } from './voice-texts';

const DictionarySheet = lazy(async () => ({ default: (await import('./dictionary-sheet')).DictionarySheet }));

const texts = defineTexts({
  slow: { zh: '评论还在加载，请稍候。', en: 'Comments are still loading.' },
  none: { zh: '还没有评论', en: 'There are no comments yet' },
  noneNext: { zh: '评论随评价一起进来：通过接口 POST /ratings 发送，或在“数据”里导入。', en: 'Comments come with ratings: send them to POST /ratings, or import them under Data.' },
  toData: { zh: '去接入数据', en: 'Connect data' },
  noneFound: { zh: '没有符合条件的评论', en: 'No comment matches' },
  clear: { zh: '清除筛选', en: 'Clear filters' },
  keeps: { zh: '保存日期、筛选、选中的主题、搜索和排序，以后一次点开。', en: 'Keeps dates, filters, the theme in front, search and order for later.' },
  unread: { zh: (n: string) => `${n} 条评论刚到，正在归类…`, en: (n: string) => `${n} comments have just come and are being read…` },
  rereading: { zh: (share: string) => `正在按新的词典重新归类：${share}`, en: (share: string) => `Reading all comments again by the new dictionary: ${share}` },
  stale: { zh: (since: string) => `这是 ${since} 的结果，之后的变化没有取到。`, en: (since: string) => `This is as of ${since}; what changed since could not be loaded.` },
});

/** 客户之声: what customers write, by theme; rising themes first. All that it shows is in the address. */
export function VoicePage() {
  const t = useTexts(texts);
  const v = useTexts(voiceTexts);
  const { dateTime, exact, percent } = useFormats();
  const language = useLanguage();
  const localize = useLocalize();
  const navigate = useNavigate();
  const search = useSearch({ from: '/voice' });
  const catalogue = useQuery(catalogueQuery());
  const dictionary = useQuery(dictionaryQuery());
  const themes = useQuery(voiceThemesQuery(themesAsked(search)));
  const me = useQuery(meQuery()).data;
  const slow = useSlow(themes.isPending);
  const queries = useQueryClient();
  const isReading = (themes.data?.unread ?? 0) > 0;
  // What the list and the places were asked for meanwhile lacks what was read since.
  useEffect(() => (isReading ? () => voiceChanged(queries) : undefined), [isReading, queries]);
  const go = useMemo(() => (next: VoiceSearch, { replace = false } = {}) => void navigate({ to: '/voice', search: next, replace }), [navigate]);

  const view = useMemo((): VoiceView | undefined => {
    if (!catalogue.data || !dictionary.data || !themes.data) return undefined;
    const known = dictionary.data.dictionary;
    const theme: VoiceView['theme'] = (id) => {
      if (id === undefined || id === 'none') return v.noTheme;
      const one = known.themes.find((other) => other.id === id);
      return one ? localize(one.name) : id;
    };
    return { search, go, catalogue: catalogue.data, names: catalogueNames(catalogue.data, language), dictionary: known, theme, me, themes: themes.data, zone: themes.data.zone };
  }, [catalogue.data, dictionary.data, themes.data, search, go, language, me, v.noTheme, localize]);

  const failed = [catalogue, dictionary, themes].find(({ data, error }) => !data && error)?.error;
  const retry = () => [catalogue, dictionary, themes].forEach((one) => one.isError && void one.refetch());
  if (!view) {
    return (
      <>
        <PageHeader title={v.title} />
        <div className={styles.wait}>
          {failed ? <FailedToLoad failure={failureOf(failed)} onRetry={retry} /> : <Loading lines={10} />}
          {slow && !failed && <p role="status">{t.slow}</p>}
          {failed && isNarrowed(search) && <p className={styles.clear}><Button onClick={() => go(withoutFilter(search))}>{t.clear}</Button></p>}
        </div>
      </>
    );
  }
  const { total, unread, asOf, zone } = view.themes;
  const rereading = dictionary.data?.rereading;
  const hasNone = total === 0 && !isNarrowed(search) && view.themes.before === undefined;
  return (
    <VoiceContext value={view}>
      <div className={styles.page}>
        <PageHeader
          title={v.title}
          below={
            <div className={styles.tools}>
              <FilterBar />
              <span className={styles.gap} />
              <ViewsMenu page="voice" search={search} read={(one) => worthSaving(voiceSearch(one))} go={go} keeps={t.keeps} />
              <Button onClick={() => go({ ...search, sheet: 'dictionary' })}>{v.dictionary}</Button>
            </div>
          }
        />
        {themes.isError && <Stale onRetry={() => void themes.refetch()}>{t.stale(dateTime(asOf, zone))}</Stale>}
        {(unread > 0 || rereading) && (
          <p className={styles.note} role="status">
            {rereading ? t.rereading(percent(rereading.total > 0 ? rereading.done / rereading.total : 0)) : t.unread(exact(unread))}
          </p>
        )}
        {/* What was searched for and not found is typed anew where it was typed. */}
        {total === 0 && search.q === undefined ? (
          <Empty
            title={hasNone ? t.none : t.noneFound}
            actions={hasNone ? <Link {...toData()} className={buttonClass()}>{t.toData}</Link> : <Button onClick={() => go(withoutFilter(search))}>{t.clear}</Button>}
          >
            {hasNone && <p>{t.noneNext}</p>}
          </Empty>
        ) : (
          <div className={styles.body} aria-busy={themes.isFetching}>
            <ThemeList />
            <div className={styles.detail}>
              {total > 0 && <ThemeDetail key={search.theme ?? ''} />}
              <CommentList />
            </div>
          </div>
        )}
        {search.sheet === 'dictionary' && (
          <Suspense>
            <DictionarySheet />
          </Suspense>
        )}
      </div>
    </VoiceContext>
  );
}
