/** The fields that an edit may set, as `PATCH /tickets/:id` takes them; `null` takes away. */
export type EditableField = 'title' | 'description' | 'important' | 'owner' | 'department' | 'due' | 'target' | 'measures' | 'effective' | 'complaint' | 'watchers' | 'instances' | 'locus';
