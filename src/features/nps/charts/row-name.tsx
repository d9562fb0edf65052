import { classes } from '#ui';
import styles from './charts.module.css';

interface Props {
  name: string;
  /** The middle of its row, in CSS pixels from the top of the drawing. */
  y: number;
  /** What it may take at most, in CSS pixels; a longer name goes on in a second line. */
  width?: number | undefined;
  strong?: boolean;
  /** What it leads to; without it, it is only a name. */
  open?: (() => void) | undefined;
}

/** What a row of a drawing is called: HTML beside the drawing, so that it can be reached by keyboard where it leads somewhere. */
export function RowName({ name, y, width, strong = false, open }: Props) {
  const look = classes(styles.rowName, strong && styles.strong);
  const place = { top: y, ...(width !== undefined && { width: 'max-content', maxWidth: width, whiteSpace: 'normal' as const }) };
  if (!open) {
    return (
      <span className={look} style={place}>
        {name}
      </span>
    );
  }
  return (
    <button type="button" className={classes(look, styles.leads)} style={place} onClick={open}>
      {name}
    </button>
  );
}
