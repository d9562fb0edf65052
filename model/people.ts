import { z } from 'zod';
import { departmentId, organisationId, personId } from './ids';
import { localized } from './localized';

/** 部门. */
export const department = z.object({ id: departmentId, name: localized, organisation: organisationId.optional() });
export type Department = z.infer<typeof department>;

/** What a person may do: look, look after (manager), mend (owner), decide (executive), pick up customers (operator), connect data (engineer). */
export const role = z.enum(['manager', 'owner', 'executive', 'operator', 'designer', 'engineer']);
export type Role = z.infer<typeof role>;

/** 人员. */
export const person = z.object({
  id: personId,
  name: localized,
  department: departmentId,
  organisation: organisationId.optional(),
  roles: z.array(role).min(1),
});
export type Person = z.infer<typeof person>;
