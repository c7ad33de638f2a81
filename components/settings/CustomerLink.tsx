import { accountLink } from '../../lib/settings/customer-link';
import { Field } from '../Field';

interface CustomerLinkProps {
  template: string;
  problem: string | null;
  onWrite(template: string): void;
}

const EXAMPLE = 'A-4711';

/** The address of a customer in the team's own system, with an example of what it leads to. */
export function CustomerLink({ template, problem, onWrite }: CustomerLinkProps) {
  const example = accountLink(template, EXAMPLE);
  return (
    <>
      <Field
        label="Address of a customer"
        name="customer-link"
        hint="Write {account} where the account reference belongs. Hark only makes the link; it opens when you click it."
        placeholder="https://crm.example/?id={account}"
        value={template}
        problem={problem}
        onChange={(event) => onWrite(event.target.value)}
      />
      {example && (
        <p className="mt-1 text-sm break-all text-secondary">
          {EXAMPLE} leads to {example}
        </p>
      )}
    </>
  );
}
