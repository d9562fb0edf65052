import { classes } from '#ui';
import styles from './charts.module.css';

interface Props {
  name: string;
  /** The middle of its row, in CSS pixels from the top of the drawing. */
  y: number;
  strong?: boolean;
  /** What it leads to; without it, it is only a name. */
  open?: (() => void) | undefined;
}

/** What a row of a drawing is called: HTML beside the drawing, so that it can be reached by keyboard where it leads somewhere. */
export function RowName({ name, y, strong = false, open }: Props) {
  const look = classes(styles.rowName, strong && styles.strong);
  const place = { top: y };
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
