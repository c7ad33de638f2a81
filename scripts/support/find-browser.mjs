/**
 * Finds a browser that is already on this computer. Plain JavaScript without packages: set-up runs it before
 * anything is installed.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Names of programs to look for on the PATH, best first. */
const ON_PATH = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

/** Places where installers put browsers, best first. */
function usualPlaces(name) {
  if (process.platform === 'darwin') {
    const apps =
      name === 'chromium'
        ? [
            'Chromium.app/Contents/MacOS/Chromium',
            'Google Chrome.app/Contents/MacOS/Google Chrome',
            'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
          ]
        : [
            'Firefox.app/Contents/MacOS/firefox',
            'Firefox Developer Edition.app/Contents/MacOS/firefox',
            'Firefox Nightly.app/Contents/MacOS/firefox',
          ];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => apps.map((app) => join(folder, app)));
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const programs =
      name === 'chromium'
        ? [
            'Chromium\\Application\\chrome.exe',
            'Google\\Chrome\\Application\\chrome.exe',
            'Microsoft\\Edge\\Application\\msedge.exe',
          ]
        : [
            'Mozilla Firefox\\firefox.exe',
            'Mozilla Firefox ESR\\firefox.exe',
            'Firefox Developer Edition\\firefox.exe',
          ];
    return folders.flatMap((folder) => (folder ? programs.map((program) => join(folder, program)) : []));
  }
  // The real program before a snap's wrapper: a snap cannot read an extension outside the home folder.
  return name === 'chromium'
    ? ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium']
    : ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox', '/opt/firefox/firefox', '/snap/bin/firefox'];
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Gives the path of a browser, or undefined. HARK_CHROMIUM and HARK_FIREFOX win over everything found.
 *
 * @param {'chromium' | 'firefox'} name chromium stands for Chromium, Chrome and Edge.
 */
export function findBrowser(name) {
  const chosen = process.env[name === 'chromium' ? 'HARK_CHROMIUM' : 'HARK_FIREFOX'];
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`There is no browser at "${chosen}", which the environment names.`);
    return chosen;
  }
  const extension = process.platform === 'win32' ? '.exe' : '';
  const onPath = ON_PATH[name].flatMap((program) =>
    (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program + extension)),
  );
  return [...onPath, ...usualPlaces(name)].find(isProgram);
}
