import { failureOf, storyQuery } from '#api';
import type { Story } from '#contract';
import { carrierWords, FailedToLoad, KindTag, Loading, outcomeWords, ResolutionTag, StateTag, useFormats, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { tookOf } from './describe-list';
import panel from './panel.module.css';
import { StoryTrack } from './story-track';
import styles from './story-panel.module.css';
import { storyTexts } from './story-texts';
import { type StoryLine, toStory } from './to-story';
import { outOf } from './url';
import { useFocusOnOpen } from './use-focus-on-open';
import { useView } from './view';

/** One customer's journey as it happened, from top to bottom. */
export function StoryPanel({ id }: { id: string }) {
  const { search, go, names } = useView();
  const t = useTexts(storyTexts);
  const formats = useFormats();
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  const story = useQuery(storyQuery(id));
  return (
    <div className={panel.panel}>
      <header className={panel.head}>
        <button type="button" className={panel.back} onClick={() => go(outOf(search))}>
          <span aria-hidden="true">‹</span> {t.back}
        </button>
        <h2 ref={heading} tabIndex={-1}>
          {t.title}
          {story.data && ` · ${names.journey(story.data.journey)}`}
        </h2>
        {story.data && (
          <p>
            {story.data.customer ? t.customer(story.data.customer) : t.instance(story.data.id)}
            {' · '}
            {t.took(tookOf(story.data, formats))} <StateTag state={story.data.state} />
          </p>
        )}
        {story.data && <Belongs story={story.data} />}
      </header>
      {story.error && !story.data && <FailedToLoad failure={failureOf(story.error)} onRetry={() => void story.refetch()} />}
      {story.isPending && <Loading lines={10} />}
      {story.data && <Lines story={story.data} />}
    </div>
  );
}

function Belongs({ story: { organisation, segment } }: { story: Story }) {
  const { names } = useView();
  const parts = [organisation && names.organisation(organisation), segment && names.segment(segment)].filter(Boolean);
  return parts.length > 0 ? <p>{parts.join(' · ')}</p> : undefined;
}

function Lines({ story }: { story: Story }) {
  const { names, zone } = useView();
  const formats = useFormats();
  const { lanes, lines } = toStory(story, (at) => formats.dateTime(at, zone).slice(0, 10));
  const laneBefore = lines.map((_, index) => lines.slice(0, index).flatMap((line) => (line.type === 'day' ? [] : [line.lane])).at(-1));
  return (
    <>
      <ul className={styles.lanes}>
        {lanes.map((touchpoint, lane) => (
          <li key={touchpoint}>
            <span className={styles.laneMark} aria-hidden="true">
              {lane + 1}
            </span>
            {names.touchpoint(touchpoint)}
          </li>
        ))}
      </ul>
      <ol className={styles.story}>
        {lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a story has no other order
          <li key={index} className={styles[line.type]}>
            <StoryTrack line={line} lanes={lanes.length} before={laneBefore[index]} isLast={index === lines.length - 1} />
            <div className={styles.text}>
              <LineText line={line} story={story} />
            </div>
          </li>
        ))}
      </ol>
      {story.state === 'lost' && <End tone="lost" />}
      {story.state === 'active' && <End tone="active" />}
    </>
  );
}

function End({ tone }: { tone: 'lost' | 'active' }) {
  const t = useTexts(storyTexts);
  return <p className={`${styles.end} ${styles[tone]}`}>{tone === 'lost' ? `// ${t.lost}` : t.active}</p>;
}

function LineText({ line, story }: { line: StoryLine; story: Story }) {
  const { names, zone } = useView();
  const { dateTime, time, duration } = useFormats();
  const t = useTexts(storyTexts);
  const outcomes = useTexts(outcomeWords);
  const carriers = useTexts(carrierWords);
  switch (line.type) {
    case 'day':
      return <time dateTime={line.at}>{dateTime(line.at, zone).slice(0, -6).replace(/,$/, '')}</time>;
    case 'event': {
      const { event, completes } = line;
      const bad = event.outcome === 'failed' || event.outcome === 'limited';
      return (
        <>
          <p>
            <time dateTime={event.at}>{time(event.at, zone)}</time> <b>{names.step(story.journey, event.step)}</b> <span className={panel.quiet}>{names.touchpoint(event.touchpoint)}</span>{' '}
            <span className={bad ? panel.bad : event.outcome === 'done' ? styles.good : panel.quiet}>
              <span aria-hidden="true">{MARKS[event.outcome]}</span> {outcomes[event.outcome]}
              {completes && ` · ${t.completed}`}
            </span>
          </p>
          <Details event={event} />
        </>
      );
    }
    case 'break':
      return (
        <>
          <p className={panel.bad}>
            <b>
              <span aria-hidden="true">{'// '}</span>
              {t.break(String(line.number))}
            </b>{' '}
            <KindTag kind={line.interruption.kind} /> {line.interruption.reason !== undefined && names.reason(line.interruption.reason)}
          </p>
          <p className={panel.quiet}>
            {time(line.at, zone)} · <ResolutionTag resolution={line.interruption.resolution} />
            {line.interruption.pending && ` ${t.pending}`}
            {line.interruption.attempts > 0 && ` · ${t.attempts(String(line.interruption.attempts))}`}
          </p>
        </>
      );
    case 'carrier':
      return (
        <p className={panel.teal}>
          <b>
            <span aria-hidden="true">⌒ </span>
            {carriers[line.carrier.kind]} → {names.touchpoint(line.carrier.touchpoint)}
          </b>{' '}
          {line.carrier.kind === 'handoff' && `${line.carrier.realtime ? t.realtime : t.proactive} · `}
          {t.waited(duration(line.waitMs))}
          {line.prefilled && ` · ${t.prefilled}`}
        </p>
      );
  }
}

const MARKS = { entered: '→', done: '✓', failed: '×', limited: '⊘' } as const;

/** Why it failed, and what the data say beside: such as the amount asked for and the limit. */
function Details({ event }: { event: Story['eventList'][number] }) {
  const { names } = useView();
  const { exact } = useFormats();
  const t = useTexts(storyTexts);
  const words: Readonly<Record<string, string>> = { requested: t.requested, limit: t.limit, amount: t.amount };
  const attributes = Object.entries(event.attributes ?? {}).filter(([key]) => key !== 'prefilled');
  if (event.reason === undefined && attributes.length === 0) return undefined;
  const write = (value: string | number | boolean | null) => (typeof value === 'number' ? exact(value) : String(value));
  return (
    <p className={panel.quiet}>
      {[event.reason !== undefined && names.reason(event.reason), ...attributes.map(([key, value]) => `${words[key] ?? key} ${write(value)}`)].filter(Boolean).join(' · ')}
    </p>
  );
}
