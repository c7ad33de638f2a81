import { PolicyList } from '../../components/settings/PolicyList';
import { Section } from '../../components/settings/Section';
import { usePolicy } from '../../lib/policy/use-policy';

/** What the team has set through the browser's policies. */
export function PolicySection() {
  const team = usePolicy();
  return (
    <Section
      id="policy"
      title="Policy"
      about="Whoever looks after the browsers in your company can set some of this for everybody, to begin with or for good. What is set for good says so at its place."
    >
      {team && <PolicyList policy={team.policy} problems={team.problems.length} />}
    </Section>
  );
}
