import { commentReader, DEFAULT_THEMES, stampOf, type RatingId, type ThemeDictionary, themeDictionary, type ThemeId, unknownWords } from '#model';
import { ProblemError } from '../../http/problem-error';
import { type Access, actorText, type CommentReader, type Progress, type StoredComment, systemAccess } from '../../ports';
import type { Core } from '../core';
import type { PutSetting, Versioned } from '../handoff-settings';
import { commentTold } from './comment-told';

/** 客户之声: comments are read by the theme dictionary, corrected by hand, and read again when the dictionary changes. */
export interface VoiceService {
  /** The shipped one before anybody stored one. */
  dictionary(): Promise<Versioned<ThemeDictionary>>;
  /** Reads all comments again by it, but those corrected by hand; does not wait for that. */
  putDictionary(access: Access, dictionary: ThemeDictionary, expected?: number): Promise<PutSetting<ThemeDictionary>>;
  /** Present while comments are being read again. */
  readonly rereading: Progress | undefined;
  /** Reads what has come and is not read yet, and again what a change of the dictionary that was cut short has left. */
  readNew(): Promise<void>;
  /** Words that a comment may teach the dictionary. */
  words(text: string): Promise<string[]>;
  /** Throws `not-found`, `invalid-input` for themes the dictionary has not, and `version-stale` with the comment as it is. */
  correct(access: Access, id: RatingId, expected: number, themes: ThemeId[] | null): Promise<StoredComment>;
  /** What is known of how well the dictionary reads. */
  accuracy(access: Access): Promise<Accuracy | undefined>;
  /** Resolves when nothing is being read any more. */
  settled(): Promise<void>;
}

export interface Accuracy {
  source: 'demo' | 'corrected';
  n: number;
  first: number;
  among: number;
  heldOut?: { n: number; first: number; among: number };
}

const THEMES = 'themes';
/** The version of the dictionary that all comments were read by. */
const READ_BY = 'themes-read';
/** Comments that accuracy is measured on, at most; fewer than the least say nothing. */
const SAMPLE = { most: 2_000, least: 30 };

const system = systemAccess('voice');

export function createVoiceService({ ports, ledger, revisions, onFault }: Core): VoiceService {
  const { events, segmenter, knownTheme, clock } = ports;
  const { voice } = events;
  let reading: Promise<void> | undefined;
  let rereading: Progress | undefined;
  let made: { version: number; reader: CommentReader } | undefined;

  const dictionary = async (): Promise<Versioned<ThemeDictionary>> => {
    const { version, body } = await ports.ledger.document(system, THEMES);
    return { version, setting: body === undefined ? DEFAULT_THEMES : themeDictionary.parse(body) };
  };
  const segment = async () => segmenter?.();
  /** Absent without a segmenter. */
  const readerNow = async (): Promise<{ version: number; reader: CommentReader } | undefined> => {
    const { version, setting } = await dictionary();
    if (made?.version === version) return made;
    const cut = await segment();
    return cut && (made = { version, reader: commentReader(setting, cut) });
  };
  const readBy = async (): Promise<number> => {
    const { body } = await ports.ledger.document(system, READ_BY);
    return typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number' ? body.version : 0;
  };

  const readAll = async (): Promise<void> => {
    const unread = await voice.unread(system);
    const [{ version }, before] = [await dictionary(), await readBy()];
    if (unread === 0 && version === before) return;
    const now = await readerNow();
    if (!now) return;
    if (now.version !== before) {
      try {
        await voice.readAgain(system, now.reader, (progress) => (rereading = progress));
      } finally {
        rereading = undefined;
      }
      await ledger.write(system, {
        documents: [{ name: READ_BY, body: { version: now.version } }],
        audit: [{ at: stampOf(clock()), actor: actorText(system.actor), subject: { kind: THEMES, id: THEMES }, action: 'read-again', after: { version: now.version } }],
      });
      revisions.moved();
    }
    if (unread > 0 && (await voice.read(system, now.reader)).read > 0) revisions.moved();
  };
  const readNew = async (): Promise<void> => {
    // Whoever comes while it is read waits, then looks again: what came meanwhile may not have been seen.
    if (reading) await reading.catch(() => undefined);
    reading ??= readAll().finally(() => (reading = undefined));
    return reading;
  };

  const measured = (pairs: readonly { known: ThemeId; read: readonly ThemeId[] }[]) => ({
    n: pairs.length,
    first: pairs.filter(({ known, read }) => read[0] === known).length,
    among: pairs.filter(({ known, read }) => read.includes(known)).length,
  });

  return {
    dictionary,
    get rereading() {
      return rereading;
    },
    readNew,
    async putDictionary(access, setting, expected) {
      const before = await dictionary();
      const written = await ledger.write(access, {
        documents: [{ name: THEMES, body: setting, expected }],
        audit: [{ at: stampOf(clock()), actor: actorText(access.actor), subject: { kind: THEMES, id: THEMES }, action: 'replace', before: { dictionary: before.setting }, after: { dictionary: setting } }],
      });
      if (written.kind === 'stored') readNew().catch((error: unknown) => onFault('Failed to read comments again', error));
      return { kind: written.kind === 'stored' ? 'stored' : 'stale', current: await dictionary() };
    },
    async words(text) {
      const cut = await segment();
      return cut ? unknownWords((await dictionary()).setting, cut, text) : [];
    },
    async correct(access, id, expected, themes) {
      const { setting } = await dictionary();
      const unknown = (themes ?? []).filter((theme) => !setting.themes.some((one) => one.id === theme));
      if (unknown.length > 0) throw new ProblemError('invalid-input', 'The dictionary has no such theme.', { errors: unknown.map((theme) => ({ pointer: '/themes', reason: `there is no theme "${theme}"` })) });
      const before = await voice.comment(access, id);
      if (!before) throw new ProblemError('not-found', `There is no comment "${id}".`);
      const stale = (current: StoredComment) => new ProblemError('version-stale', 'Somebody corrected the comment meanwhile.', { current: commentTold(current) });
      if (before.version !== expected) throw stale(before);
      const { actor } = access;
      const by = actor.kind === 'person' ? actor.id : undefined;
      if (by === undefined) throw new ProblemError('forbidden', 'Only people correct comments.');
      const back = themes === null ? await readerNow() : undefined;
      if (themes === null && !back) throw new ProblemError('unavailable', 'Comments are not read here.');
      const done = await voice.correct(access, id, expected, back ? { read: back.reader(before.text, before.score) } : { themes: [...new Set(themes ?? [])], by, at: clock() });
      if (!done) throw new ProblemError('not-found', `There is no comment "${id}".`);
      if (done.kind === 'stale') throw stale(done.comment);
      await ledger.write(access, {
        audit: [{ at: stampOf(clock()), actor: actorText(access.actor), subject: { kind: 'comment', id }, action: back ? 'give-back' : 'correct', before: { themes: before.themes }, after: { themes: done.comment.themes } }],
      });
      revisions.moved();
      return done.comment;
    },
    async accuracy(access) {
      const newest = knownTheme && (await voice.comments(access, { filter: { from: '0001-01-01', to: '9999-12-31' } }, { sort: '-at', offset: 0, limit: SAMPLE.most }));
      const labelled = (newest?.items ?? []).flatMap(({ id, themes, corrected }) => {
        const known = corrected ? undefined : knownTheme?.(id);
        return known ? [{ known: known.theme, read: themes, heldOut: known.heldOut }] : [];
      });
      if (labelled.length >= SAMPLE.least) return { source: 'demo', ...measured(labelled), heldOut: measured(labelled.filter(({ heldOut }) => heldOut)) };
      const now = await readerNow();
      const corrected = (await voice.corrected(access, SAMPLE.most)).flatMap(({ themes: [known], text, score }) => (known && now ? [{ known, read: now.reader(text, score).themes }] : []));
      return corrected.length >= SAMPLE.least ? { source: 'corrected', ...measured(corrected) } : undefined;
    },
    async settled() {
      await reading?.catch(() => undefined);
    },
  };
}
