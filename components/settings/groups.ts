/** A part of the settings: the id of its section, and how it is called where all of them are listed. */
interface SettingsPart {
  id: string;
  name: string;
}

/** The parts of the settings, in the order of the page. */
export const settingsGroups: readonly { name: string; parts: readonly SettingsPart[] }[] = [
  {
    name: 'Marks',
    parts: [
      { id: 'watchlist', name: 'Watchlist' },
      { id: 'try', name: 'Try it' },
      { id: 'learned', name: 'Learned' },
    ],
  },
  {
    name: 'Replies',
    parts: [
      { id: 'facts', name: 'Service facts' },
      { id: 'snippets', name: 'Snippets' },
      { id: 'guard', name: 'Before you post' },
    ],
  },
  {
    name: 'The desk',
    parts: [
      { id: 'desk', name: 'Who is there' },
      { id: 'shift', name: 'Promises' },
      { id: 'customers', name: 'Customer system' },
      { id: 'keys', name: 'Keys' },
    ],
  },
  {
    name: 'What is kept',
    parts: [
      { id: 'backup', name: 'Backup' },
      { id: 'keeping', name: 'Keeping' },
      { id: 'audit', name: 'What was done' },
    ],
  },
  {
    name: 'This Hark',
    parts: [
      { id: 'policy', name: 'Policy' },
      { id: 'diagnostics', name: 'Diagnostics' },
      { id: 'privacy', name: 'Privacy' },
    ],
  },
];
