import { catalogueQuery, departmentsQuery, evidenceQuery, failureOf, meQuery, peopleQuery, statusQuery, ticketQuery } from '#api';
import type { TicketTold } from '#contract';
import { isOpenTicket, type TicketId, ticketId, zoneOf } from '#model';
import { toLedger } from '#src/routes';
import { buttonClass, catalogueNames, defineTexts, Empty, Failed, Loading, nameFinder, PageHeader, useLanguage, useNarrow, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { AttachmentsPanel } from './attachments-panel';
import { AuditPanel } from './audit-panel';
import { CommentsPanel } from './comments-panel';
import { EditsBar } from './edits-bar';
import { EvidencePanel } from './evidence-panel';
import { FieldsPanel } from './fields-panel';
import { InstancesPanel } from './instances-panel';
import { LocusPanel } from './locus-panel';
import { MeasuresPanel } from './measures-panel';
import { MovesPanel } from './moves-panel';
import { PastTestsPanel } from './past-tests-panel';
import { RecurrencesPanel } from './recurrences-panel';
import { TicketHead } from './ticket-head';
import styles from './ticket-page.module.css';
import { TimeLine } from './time-line';
import { useTicketEdits } from './use-ticket-edits';
import { TicketContext, type TicketView } from './view';

const texts = defineTexts({
  title: { zh: (id: string) => `工单 ${id}`, en: (id: string) => `Ticket ${id}` },
  back: { zh: '← 台账', en: '← Ledger' },
  failed: { zh: '工单没有加载出来', en: 'The ticket could not be loaded' },
  gone: { zh: (id: string) => `没有工单 ${id}`, en: (id: string) => `There is no ticket ${id}` },
  goneNote: { zh: '也许编号写错了，或它属于已清除的演示数据。', en: 'The number may be mistyped, or it belonged to demo data that was cleared.' },
  toLedger: { zh: '打开台账', en: 'Open the ledger' },
});

/** One ticket: its state, its evidence, its measures, and everything that was done about it. `aside`: the list at the left. */
export function TicketPage({ aside }: { aside?: ReactNode }) {
  const { ticket: param } = useParams({ from: '/ledger/$ticket' });
  const t = useTexts(texts);
  // The list it was opened from, as it was filtered.
  const search = useSearch({ from: '/ledger/$ticket' });
  const id = ticketId.safeParse(param).data;
  const back = (
    <Link {...toLedger()} search={search} className={buttonClass('quiet')}>
      {t.back}
    </Link>
  );
  return (
    <>
      <PageHeader title={t.title(param)} before={back} />
      <div className={styles.page}>
        {aside && <div className={styles.list}>{aside}</div>}
        {id === undefined ? <Gone id={param} /> : <Loaded key={id} id={id} />}
      </div>
    </>
  );
}

function Gone({ id }: { id: string }) {
  const t = useTexts(texts);
  return (
    <Empty title={t.gone(id)} actions={<Link {...toLedger()} className={buttonClass()}>{t.toLedger}</Link>}>
      <p>{t.goneNote}</p>
    </Empty>
  );
}

function Loaded({ id }: { id: TicketId }) {
  const t = useTexts(texts);
  const asked = useQuery(ticketQuery(id));
  const others = [useQuery(catalogueQuery()), useQuery(meQuery()), useQuery(peopleQuery()), useQuery(departmentsQuery()), useQuery(statusQuery())] as const;
  const failed = [asked, ...others].find((query) => query.isError && query.data === undefined);
  const [catalogue, me, people, departments, status] = others;
  if (failed) {
    const { detail, kind } = failureOf(failed.error);
    if (kind === 'missing' && failed === asked) return <Gone id={id} />;
    return <Failed title={t.failed} detail={detail} onRetry={() => void failed.refetch()} />;
  }
  if (!asked.data || !catalogue.data || !me.data || !people.data || !departments.data || !status.data) return <div className={styles.main}><Loading lines={6} /></div>;
  return (
    <Ticket
      ticket={asked.data.ticket}
      known={{ catalogue: catalogue.data, me: me.data, people: people.data.items, departments: departments.data.items, zone: asked.data.zone, today: status.data.today }}
    />
  );
}

function Ticket({ ticket, known }: { ticket: TicketTold; known: Pick<TicketView, 'catalogue' | 'me' | 'people' | 'departments' | 'zone' | 'today'> }) {
  const language = useLanguage();
  const edits = useTicketEdits(ticket);
  const evidence = useQuery(evidenceQuery(ticket.id));
  const narrow = useNarrow();
  const { catalogue, people, departments, zone } = known;
  const words = useMemo(
    () => ({ names: catalogueNames(catalogue, language), personName: nameFinder(people, language), departmentName: nameFinder(departments, language) }),
    [catalogue, people, departments, language],
  );
  const dayOf = useMemo(() => {
    const { dayOf: dayIn } = zoneOf(zone);
    return (at: string) => dayIn(Date.parse(at));
  }, [zone]);
  const evidenceIsFresh = edits.state.kind === 'saved' && !evidence.isFetching;
  const view: TicketView = { ...known, ...words, dayOf, ticket: edits.shown, edits, evidence: evidence.data, evidenceIsFresh, editable: isOpenTicket(ticket) };
  return (
    <TicketContext value={view}>
      <article className={styles.main}>
        <TicketHead />
        {narrow && <MovesPanel />}
        <EvidencePanel failure={evidence.isError && !evidence.data ? evidence.error : undefined} onRetry={() => void evidence.refetch()} />
        <PastTestsPanel />
        <RecurrencesPanel />
        <MeasuresPanel />
        <FieldsPanel />
        <CommentsPanel />
        <EditsBar />
      </article>
      <aside className={styles.side}>
        {!narrow && <MovesPanel />}
        <LocusPanel />
        <TimeLine />
        <InstancesPanel />
        <AttachmentsPanel />
        <AuditPanel />
      </aside>
    </TicketContext>
  );
}

