import { maskPersonal } from './mask-contact';

/** What a customer wrote, without what somebody could be known by: every comment passes through here before it is stored. */
export const maskComment = (text: string): string => maskPersonal(text);
