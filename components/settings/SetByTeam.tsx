import { Lock } from 'lucide-react';

/** Says that the team has set something and that it cannot be changed here. */
export function SetByTeam({ className = '' }: { className?: string }) {
  return (
    <span className={`inline-flex items-center gap-1 text-sm whitespace-nowrap text-secondary ${className}`}>
      <Lock size={13} aria-hidden />
      Set by your team
    </span>
  );
}
