import { Download } from 'lucide-react';
import type { Pick } from '../../lib/reports/report';
import type { Table } from '../../lib/reports/sections/section';
import { sayNumber } from '../../lib/text/counts';
import { Button } from '../Button';

interface TableViewProps {
  caption: string;
  table: Table;
  onPick(pick: Pick, title: string): void;
  onSave(): void;
}

const isNumber = (cell: unknown): boolean => typeof cell === 'number' || cell === null;

/** The numbers behind a picture. The first word of a row leads to its cases. */
export function TableView({ caption, table: { columns, rows }, onPick, onSave }: TableViewProps) {
  const right = columns.map((_, column) => column > 0 && rows.every(({ cells }) => isNumber(cells[column])));
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-sm tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-secondary">
            {columns.map((column, index) => (
              <th
                key={column}
                scope="col"
                className={`py-1 pr-3 font-normal whitespace-nowrap last:pr-0 ${right[index] ? 'text-right' : 'text-left'}`}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, pick }, row) => {
            const name = String(cells[0] ?? '');
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two incidents may have the same name
              <tr key={row} className="border-t border-line">
                {cells.map((cell, column) =>
                  column === 0 ? (
                    <th key={columns[column]} scope="row" className="py-1 pr-3 text-left font-normal">
                      {pick ? (
                        <button
                          type="button"
                          className="min-h-6 text-left text-link hover:underline print:text-ink"
                          onClick={() => onPick(pick, name)}
                        >
                          {name}
                        </button>
                      ) : (
                        name
                      )}
                    </th>
                  ) : (
                    <td
                      key={columns[column]}
                      className={`py-1 pr-3 last:pr-0 ${right[column] ? 'text-right' : 'text-left'}`}
                    >
                      {typeof cell === 'number' ? sayNumber(cell) : (cell ?? '–')}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button look="quiet" icon={Download} className="my-1.5 min-h-6 print:hidden" onClick={onSave}>
        Save as CSV
      </Button>
    </div>
  );
}
