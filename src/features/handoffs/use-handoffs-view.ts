import { calendarQuery, catalogueQuery, handoffRulesQuery, meQuery, peopleQuery } from '#api';
import { workingTimeBetween, zoneOf } from '#model';
import { catalogueNames, nameFinder, useLanguage } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { HandoffsSearch } from './search';
import type { HandoffsView } from './view';

/** The view of an address; absent until the catalogue has come, with the failure when it does not. */
export function useHandoffsView(search: HandoffsSearch, skew: number): { view: HandoffsView | undefined; error: Error | null; retry: () => void } {
  const language = useLanguage();
  const navigate = useNavigate();
  const catalogue = useQuery(catalogueQuery());
  const me = useQuery(meQuery()).data?.person;
  const people = useQuery(peopleQuery()).data?.items;
  const rules = useQuery(handoffRulesQuery()).data?.rules;
  const calendar = useQuery(calendarQuery()).data;
  const go = useCallback<HandoffsView['go']>((next, { replace = false } = {}) => void navigate({ to: '/handoffs', search: next, replace }), [navigate]);

  const workingTime = useMemo((): HandoffsView['workingTime'] => {
    if (!calendar) return undefined;
    const zone = zoneOf(calendar.zone);
    return (from, to) => workingTimeBetween(calendar.calendar, zone, from, to);
  }, [calendar]);
  const view = useMemo((): HandoffsView | undefined => {
    if (!catalogue.data) return undefined;
    return {
      search,
      go,
      names: catalogueNames(catalogue.data, language),
      zone: catalogue.data.zone,
      me,
      person: nameFinder(people ?? [], language),
      people: people ?? [],
      rules: new Map(rules?.map((rule) => [rule.id, rule])),
      workingTime,
      skew,
    };
  }, [search, go, catalogue.data, language, me, people, rules, workingTime, skew]);
  return { view, error: catalogue.data ? null : catalogue.error, retry: () => void catalogue.refetch() };
}
