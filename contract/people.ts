import { department, person } from '#model';
import { z } from 'zod';
import { listOf, reading } from './common';
import { endpoint } from './endpoint';

/** Name of the request header by which the demo's switcher 以…身份 says who acts. */
export const ACTING_AS = 'x-acting-as';

export const me = reading.extend({
  person,
  department: department.optional(),
  /** True where anybody may act as anybody: the demo, until sign-in exists. */
  canActAs: z.boolean(),
});
export type Me = z.infer<typeof me>;

export const getMe = endpoint({ method: 'GET', path: '/me', summary: 'Who acts.', output: me });
export const getPeople = endpoint({ method: 'GET', path: '/people', summary: 'Everybody who can act or own.', output: listOf(person) });
export const getDepartments = endpoint({ method: 'GET', path: '/departments', summary: 'All departments.', output: listOf(department) });
