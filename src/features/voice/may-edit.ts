import type { Me } from '#contract';

/** Managers and designers change the dictionary. */
export const mayEditDictionary = (me: Me | undefined): boolean => me?.person.roles.some((role) => role === 'manager' || role === 'designer') ?? false;
