import { catalogueQuery, departmentsQuery, meQuery, peopleQuery } from '#api';
import type { Me } from '#contract';
import type { Catalogue, Department, DepartmentId, Person, PersonId } from '#model';
import { catalogueNames, type CatalogueNames, nameFinder, useLanguage } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

/** Names of all that a ticket refers to. */
export interface Lookup {
  catalogue: Catalogue;
  names: CatalogueNames;
  people: readonly Person[];
  departments: readonly Department[];
  person: (id: PersonId) => string;
  department: (id: DepartmentId) => string;
  me: Me;
}

/** The names, once they are all there; an id that is not among them stands for itself. */
export function useLookup(): { lookup: Lookup | undefined; error: Error | null; retry: () => void } {
  const language = useLanguage();
  const catalogue = useQuery(catalogueQuery());
  const people = useQuery(peopleQuery());
  const departments = useQuery(departmentsQuery());
  const me = useQuery(meQuery());
  const lookup = useMemo(() => {
    if (!catalogue.data || !people.data || !departments.data || !me.data) return undefined;
    return {
      catalogue: catalogue.data,
      names: catalogueNames(catalogue.data, language),
      people: people.data.items,
      departments: departments.data.items,
      person: nameFinder(people.data.items, language),
      department: nameFinder(departments.data.items, language),
      me: me.data,
    };
  }, [catalogue.data, people.data, departments.data, me.data, language]);
  const all = [catalogue, people, departments, me];
  return { lookup, error: all.find(({ data, error }) => !data && error)?.error ?? null, retry: () => all.forEach(({ data, refetch }) => !data && void refetch()) };
}
