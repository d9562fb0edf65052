import { catalogueQuery, failureOf, statusQuery } from '#api';
import { toJourney } from '#src/routes';
import { defineTexts, Empty, FailedToLoad, Loading, Num, Panel, Table, useFormats, useLocalize, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

const texts = defineTexts({
  title: { zh: '现有数据', en: 'What there is' },
  range: { zh: (from: string, to: string) => `${from} 至 ${to}`, en: (from: string, to: string) => `${from} to ${to}` },
  none: { zh: '还没有数据', en: 'No data yet' },
  noneNext: { zh: '导入一份日志，或通过接口发送事件。', en: 'Import a log, or send events through the API.' },
  journey: { zh: '旅程', en: 'Journey' },
  instances: { zh: '实例', en: 'Instances' },
  events: { zh: '事件', en: 'Events' },
  total: { zh: '合计', en: 'Total' },
});

/** What data there is: per journey, and how far it reaches. */
export function HoldingsPanel() {
  const t = useTexts(texts);
  const localize = useLocalize();
  const { day } = useFormats();
  const { data: status, error, refetch } = useQuery(statusQuery());
  const catalogue = useQuery(catalogueQuery()).data;
  const data = status?.data;
  const nameOf = (id: string) => {
    const journey = catalogue?.journeys.find((one) => one.id === id);
    return journey ? localize(journey.name) : id;
  };
  return (
    <Panel title={t.title} note={data?.firstDay && data.lastDay && t.range(day(data.firstDay), day(data.lastDay))}>
      {error && <FailedToLoad failure={failureOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={5} />}
      {data?.journeys.length === 0 && <Empty title={t.none}><p>{t.noneNext}</p></Empty>}
      {data && data.journeys.length > 0 && (
        <Table>
          <thead>
            <tr>
              <th scope="col">{t.journey}</th>
              <th scope="col" data-number>{t.instances}</th>
              <th scope="col" data-number>{t.events}</th>
            </tr>
          </thead>
          <tbody>
            {data.journeys.map(({ journey, instances, events }) => (
              <tr key={journey}>
                <th scope="row"><Link {...toJourney(journey)}>{nameOf(journey)}</Link></th>
                <td data-number><Num value={instances} /></td>
                <td data-number><Num value={events} /></td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.total}</th>
              <td data-number><Num value={data.instances} /></td>
              <td data-number><Num value={data.events} /></td>
            </tr>
          </tfoot>
        </Table>
      )}
    </Panel>
  );
}
