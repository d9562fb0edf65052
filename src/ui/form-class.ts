import styles from './form.module.css';

/** Classes of a form in a dialog: `form` its column, `pair` fields side by side, `field` a label over its control, `check` one beside it, `quiet` and `notice` what is said about it. */
export const formClass = { form: styles.form, pair: styles.pair, field: styles.field, check: styles.check, quiet: styles.quiet, notice: styles.notice };
