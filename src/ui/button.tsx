import type { ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';
import { classes } from './classes';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  /** `primary`: the one thing to do here; `danger`: what cannot be undone; `quiet`: a text among others. */
  look?: 'plain' | 'primary' | 'danger' | 'quiet';
}

/** A button. */
export function Button({ look = 'plain', className, ...rest }: ButtonProps) {
  return <button {...rest} type="button" className={classes(styles.button, styles[look], className)} />;
}

/** The looks of a button, for links that stand among buttons. */
export const buttonClass = (look: ButtonProps['look'] = 'plain'): string => classes(styles.button, styles[look]);
