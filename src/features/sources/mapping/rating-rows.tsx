import { catalogueQuery } from '#api';
import { type ImportPreview, type RatingsPreview, reasonIn } from '#contract';
import { type Catalogue, LEAST_RATINGS, npsOf } from '#model';
import { catalogueNames, Table, useFormats, useLanguage, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { mappingTexts } from './mapping-texts';
import styles from './mapping.module.css';
import { programmeWords, ratingFieldWords, ratingTexts } from './rating-texts';

/** The first rows of the file as ratings or invitations, or why they are none, and what they come to. */
export function RatingResult({ preview, ratings }: { preview: ImportPreview; ratings: RatingsPreview }) {
  const t = useTexts(ratingTexts);
  const words = useTexts(mappingTexts);
  const { exact } = useFormats();
  const { rows, whole, accepted, rejected } = preview;
  const title = preview.profile.kind === 'invitations' ? t.asInvitations : t.asRatings;
  return (
    <>
      <section className={styles.part} aria-label={title}>
        <h3>{title}</h3>
        <p className={styles.quiet}>
          {(whole ? words.ofAll : words.ofRows)(exact(rows))} · {t.counted(exact(accepted), exact(rejected), exact(ratings.duplicates))}
        </p>
        <RatingRows preview={preview} ratings={ratings} />
      </section>
      <RatingFigures isRatings={preview.profile.kind === 'ratings'} figures={ratings.figures} />
    </>
  );
}

/** Names of the catalogue, ids as long as it is not there. */
function useNames() {
  const language = useLanguage();
  const catalogue = useQuery(catalogueQuery()).data;
  return catalogueNames(catalogue ?? NOTHING, language);
}
const NOTHING: Catalogue = { touchpoints: [], journeys: [], organisations: [], reasons: [], segments: [], handoffWindowMs: 0 };

/** One decimal, no % sign, the true minus. */
const writeNps = (value: number): string => value.toFixed(1).replace('-', '−').replace('−0.0', '0.0');

function RatingRows({ preview: { profile, zone }, ratings }: { preview: ImportPreview; ratings: RatingsPreview }) {
  const t = useTexts(ratingTexts);
  const words = useTexts(mappingTexts);
  const fields = useTexts(ratingFieldWords);
  const programmes = useTexts(programmeWords);
  const language = useLanguage();
  const { dateTime, exact } = useFormats();
  const names = useNames();
  const isRatings = profile.kind === 'ratings';
  // Columns that nothing feeds would only take room.
  const has = { touchpoint: ratings.rows.some(({ rating }) => rating?.touchpoint !== undefined), instance: typeof profile.instance === 'string', comment: typeof profile.comment === 'string' };
  const columns = isRatings
    ? [fields.score, fields.at, fields.journeyColumn, fields.programme, ...(['touchpoint', 'instance', 'comment'] as const).flatMap((field) => (has[field] ? fields[field] : []))]
    : [fields.invited, t.day, fields.journeyColumn, fields.programme];
  return (
    <Table label={t.table} maxHeight={360}>
      <thead>
        <tr>
          <th scope="col" data-number>{words.line}</th>
          {columns.map((name, index) => <th key={name} scope="col" data-number={index === 0 || undefined}>{name}</th>)}
        </tr>
      </thead>
      <tbody>
        {ratings.rows.map(({ line, rating, invitation, rejected }) => (
          <tr key={`${line}${rejected?.pointer ?? ''}`}>
            <td data-number>{line}</td>
            {rating && (
              <>
                <td data-number>{rating.score}</td>
                <td className={styles.time}>{dateTime(rating.at, profile.time?.zone ?? zone)}</td>
                <td className={styles.time}>{names.journey(rating.journey)}</td>
                <td className={styles.time}>{programmes[rating.programme]}</td>
                {has.touchpoint && <td className={styles.time}>{rating.touchpoint && names.touchpoint(rating.touchpoint)}</td>}
                {has.instance && <td>{rating.instance?.slice(rating.journey.length + 1)}</td>}
                {has.comment && <td className={styles.comment}>{rating.comment}</td>}
              </>
            )}
            {invitation && (
              <>
                <td data-number>{exact(invitation.invited)}</td>
                <td className={styles.time}>{invitation.day}</td>
                <td>{names.journey(invitation.journey)}</td>
                <td>{programmes[invitation.programme]}</td>
              </>
            )}
            {rejected && <td colSpan={columns.length} className={styles.bad}>× {words.rejected}: {rejected.pointer} {reasonIn(language, rejected)}</td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function RatingFigures({ isRatings, figures }: { isRatings: boolean; figures: RatingsPreview['figures'] }) {
  const t = useTexts(ratingTexts);
  const fields = useTexts(ratingFieldWords);
  const programmes = useTexts(programmeWords);
  const { exact } = useFormats();
  const names = useNames();
  const title = isRatings ? t.figures : t.invitedFigures;
  return (
    <section className={styles.part} aria-label={title}>
      <h3>{title}</h3>
      {figures.length === 0 ? (
        <p className={styles.quiet}>{t.none}</p>
      ) : (
        <Table label={t.figuresTable} maxHeight={320}>
          <thead>
            <tr>
              <th scope="col">{fields.journeyColumn}</th>
              <th scope="col">{fields.programme}</th>
              {(isRatings ? [t.n, t.promoters, t.detractors, t.nps] : [fields.invited]).map((name) => <th key={name} scope="col" data-number>{name}</th>)}
            </tr>
          </thead>
          <tbody>
            {figures.map(({ journey, programme, ...counts }) => (
              <tr key={`${journey} ${programme}`}>
                <th scope="row">{names.journey(journey)}</th>
                <td>{programmes[programme]}</td>
                <td data-number>{exact(counts.n)}</td>
                {isRatings && (
                  <>
                    <td data-number>{exact(counts.promoters)}</td>
                    <td data-number>{exact(counts.detractors)}</td>
                    <td data-number title={counts.n < LEAST_RATINGS ? t.tooFewWhy : undefined}>{counts.n < LEAST_RATINGS ? t.tooFew : writeNps(npsOf(counts))}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
