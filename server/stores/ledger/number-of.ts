/** The number an id ends with: 12 of `ZG-0012`; 0 where it ends with none. */
export const numberOf = (id: string): number => Number(/\d{1,12}$/.exec(id)?.[0] ?? 0);
