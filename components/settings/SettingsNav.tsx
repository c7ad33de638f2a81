import { settingsGroups } from './groups';

/** All parts of the settings by name: beside them where there is room, else above them. */
export function SettingsNav() {
  return (
    <nav aria-label="Settings" className="mt-4 text-sm lg:sticky lg:top-8 lg:mt-8 lg:self-start">
      {settingsGroups.map(({ name, parts }) => (
        <div key={name} className="max-lg:grid max-lg:grid-cols-[104px_1fr] lg:mb-4">
          <p id={`group-${parts[0]?.id}`} className="leading-6 text-secondary">
            {name}
          </p>
          <ul aria-labelledby={`group-${parts[0]?.id}`} className="flex flex-wrap gap-x-4 lg:flex-col">
            {parts.map((part) => (
              <li key={part.id}>
                <a href={`#${part.id}`} className="inline-flex min-h-6 items-center hover:underline">
                  {part.name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
