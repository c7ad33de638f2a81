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
      about="Whoever looks after your company’s browsers can set much of this for everybody. What is locked cannot be changed here, and says so at its place."
    >
      {team && <PolicyList policy={team.policy} problems={team.problems.length} />}
    </Section>
  );
}
