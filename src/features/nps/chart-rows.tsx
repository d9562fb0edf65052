import { Table } from '#ui';
import styles from './chart-card.module.css';
import { useNpsFormats } from './nps-formats';
import { type ChartTable, writeCell } from './table';

/** The figures of a chart as a table; rows that lead somewhere begin with a button. */
export function ChartRows<Row>({ label, table: { columns, rows, id }, open }: { label: string; table: ChartTable<Row>; open?: ((row: Row) => void) | undefined }) {
  const formats = useNpsFormats();
  return (
    <Table label={label} maxHeight={320}>
      <thead>
        <tr>
          {columns.map(({ key, header, kind }) => (
            <th key={key} scope="col" data-number={kind === 'text' ? undefined : true}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={id(row)}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row">
                  {open ? (
                    <button type="button" className={styles.link} onClick={() => open(row)}>
                      {writeCell(column, row, formats)}
                    </button>
                  ) : (
                    writeCell(column, row, formats)
                  )}
                </th>
              ) : (
                <td key={column.key} data-number={column.kind === 'text' ? undefined : true}>
                  {writeCell(column, row, formats)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
