import { getDictionary, getVoice, getVoiceComment, getVoiceFacets, getVoiceThemes, patchVoiceComment, putDictionary, type VoiceTheme } from '#contract';
import { addDays, type Band, BANDS, daysBetween, type Person, SENTIMENTS, type ThemeDay, type ThemeDictionary, themeChanges, type ThemeFigures, trendPeriods } from '#model';
import type { Asked, Binder } from '../http/bind';
import { expectedVersion, requiredVersion, versionTag } from '../http/if-match';
import { ProblemError } from '../http/problem-error';
import type { StoredComment, VoiceQuestion } from '../ports';
import { nextCursor, offsetOf } from '../services/cursor';
import type { Versioned } from '../services/handoff-settings';
import { filterTold } from '../services/resolve-filter';
import type { Services } from '../services/services';
import { commentTold } from '../services/voice/comment-told';
import { voiceQuestion } from '../services/voice/voice-question';

const PAGE = 50;
const PLACES = 50;
const QUOTES = 3;

export function bindVoice(bind: Binder, services: Services): void {
  const { ports, voice, catalogue } = services;
  const store = ports.events.voice;

  const asks = async <Query extends Parameters<typeof voiceQuestion>[2]>({ access, now, query }: Asked<unknown, Query, undefined>) => {
    const known = (await catalogue.current()).catalogue;
    return voiceQuestion(ports, { access, now, catalogue: known }, query);
  };
  /** What an answer depends on beside the revision of everything else. */
  const about = (of: string, question: VoiceQuestion, more?: unknown) => ['voice', of, store.revision, question, more];
  const told = ({ filter, programme }: VoiceQuestion) => ({ ...filterTold(filter), ...(programme && { programme }) });

  bind.question(getVoice, async (asked) => {
    const { limit = PAGE, cursor, sort = '-at' } = asked.query;
    const unread = await store.unread(asked.access);
    const question = await asks(asked);
    const page = { sort, offset: offsetOf(cursor), limit };
    return {
      about: about('comments', question, [page, unread]),
      answer: async () => {
        const { total, items } = await store.comments(asked.access, question, page);
        return { filter: told(question), items: items.map(commentTold), total, nextCursor: nextCursor(page.offset + items.length, total), unread };
      },
    };
  });

  bind.question(getVoiceFacets, async (asked) => {
    const question = await asks(asked);
    return {
      about: about('facets', question),
      answer: async () => {
        const { sentiments, bands, journeys, places, kinds } = await store.facets(asked.access, question);
        return { filter: told(question), sentiments: inOrder(sentiments, SENTIMENTS), bands: inOrder<Band>(bands, BANDS), journeys: mostFirst(journeys), places: mostFirst(places).slice(0, PLACES), kinds: mostFirst(kinds) };
      },
    };
  });

  bind.question(getVoiceThemes, async (asked) => {
    const { access } = asked;
    // Before anything else: an answer that says none waits has them all.
    const unread = await store.unread(access);
    const question = await asks(asked);
    const { from, to } = question.filter;
    const length = daysBetween(from, to) + 1;
    const earlier = { from: addDays(from, -length), to: addDays(to, -length) };
    return {
      about: about('themes', question, [(await voice.dictionary()).version, unread]),
      answer: async () => {
        const [now, before, accuracy] = await Promise.all([
          store.days(access, question),
          store.days(access, { ...question, filter: { ...question.filter, ...earlier } }),
          voice.accuracy(access),
        ]);
        const periods = trendPeriods(from, to).map((period) => ({ ...period, total: totalOf(now, period) }));
        const themes = await Promise.all(
          themeChanges(now, before).map(async ({ theme, ...figures }): Promise<VoiceTheme> => {
            const counts = periods.map((period) => countOf(now, period, theme));
            const of = { ...question, theme: theme ?? ('none' as const) };
            return { ...(theme && { theme }), ...figures, counts, quotes: (await quotesOf(of)).map(commentTold) };
          }),
        );
        const total = totalOf(before, earlier);
        return { filter: told(question), ...(total > 0 && { before: { ...earlier, total } }), total: totalOf(now, { from, to }), periods, themes, accuracy, unread };
      },
    };

    /** The newest that speak ill, else the newest; those that have it as their first theme before others; no words twice. */
    async function quotesOf(of: VoiceQuestion): Promise<StoredComment[]> {
      const newest = async (sentiment?: 'negative') => (await store.comments(access, { ...of, ...(sentiment && { sentiment }) }, { sort: '-at', offset: 0, limit: 8 * QUOTES })).items;
      const distinct = (comments: StoredComment[]) => comments.filter(({ text }, index) => comments.findIndex((one) => one.text === text) === index);
      const byTheme = (a: StoredComment, b: StoredComment) => Number(b.themes[0] === of.theme) - Number(a.themes[0] === of.theme);
      const ill = question.sentiment === undefined ? distinct((await newest('negative')).toSorted(byTheme)) : [];
      const found = ill.length >= QUOTES ? ill : distinct([...ill, ...(await newest())].toSorted(byTheme));
      return found.slice(0, QUOTES);
    }
  });

  const commentAnswer = async (comment: StoredComment, headers: Record<string, string>) => {
    headers.etag = versionTag(comment.version);
    return { comment: commentTold(comment), words: await voice.words(comment.text) };
  };
  bind.action(getVoiceComment, async ({ access, params: { id }, headers }) => {
    const comment = await store.comment(access, id);
    if (!comment) throw new ProblemError('not-found', `There is no comment "${id}".`);
    return commentAnswer(comment, headers);
  });
  bind.action(patchVoiceComment, async ({ access, params: { id }, body: { themes }, request, headers }) => commentAnswer(await voice.correct(access, id, requiredVersion(request), themes), headers));

  const dictionaryTold = ({ version, setting }: Versioned<ThemeDictionary>, headers: Record<string, string>) => {
    headers.etag = versionTag(version);
    return { version, dictionary: setting, ...(voice.rereading && { rereading: voice.rereading }) };
  };
  bind.action(getDictionary, async ({ headers }) => dictionaryTold(await voice.dictionary(), headers));
  bind.action(putDictionary, async ({ access, person, body: { dictionary }, request, headers }) => {
    requireEditor(person);
    const { kind, current } = await voice.putDictionary(access, dictionary, expectedVersion(request));
    if (kind === 'stored') return dictionaryTold(current, headers);
    throw new ProblemError('version-stale', `The dictionary is at version ${current.version} by now.`, { current: dictionaryTold(current, {}) });
  });
}

/** Throws `forbidden` for whoever neither manages nor designs. */
function requireEditor({ roles }: Person): void {
  if (roles.includes('manager') || roles.includes('designer')) return;
  throw new ProblemError('forbidden', 'Only managers and designers change the dictionary.');
}

const totalOf = (days: readonly ThemeDay[], { from, to }: { from: string; to: string }): number => days.reduce((sum, { day, total }) => (day >= from && day <= to ? sum + total : sum), 0);

const countOf = (days: readonly ThemeDay[], { from, to }: { from: string; to: string }, theme: ThemeFigures['theme']): number =>
  days.reduce((sum, { day, themes }) => (day >= from && day <= to ? sum + (themes.find((one) => one.theme === theme)?.count ?? 0) : sum), 0);

const mostFirst = <One extends { count: number }>(items: readonly One[]): One[] => items.toSorted((a, b) => b.count - a.count);

const inOrder = <Id extends string>(items: readonly { id: Id; count: number }[], order: readonly Id[]): { id: Id; count: number }[] => items.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
