import type { ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';
import { classes } from './classes';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary`: the one thing to do here; `danger`: what cannot be undone; `quiet`: a text among others. */
  look?: 'plain' | 'primary' | 'danger' | 'quiet';
}

/** A button. */
export function Button({ look = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={classes(styles.button, styles[look], className)} {...rest} />;
}

/** The looks of a button, for links that stand among buttons. */
export const buttonClass = (look: ButtonProps['look'] = 'plain'): string => classes(styles.button, styles[look]);
