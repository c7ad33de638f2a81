import type { Lexicon } from './types';

/** Faces and gestures, which mean the same in every language. */
export const signs: Lexicon['concepts'] = {
  praise: '❤, 😍, 💕, 💙, 💚, 🙌, 👏, 👍, 😊, 🥰, 💜, 🎉, 🔥, ☺, 😁, 😃, 😄, 😘, 🤩, 💯, 🫶, 💛, 🧡',
  thanks: '🙏',
  reply: '😂, 🤣, 😅',
  sadface: `:(, :-(, :/, :-/, :'(, 😡, 😠, 🤬, 😤, 😒, 🙄, 😑, 😞, 😔, 😢, 😭, 😩, 😫, 👎, 💔, 😕, 🙁, ☹, 😣, 😖, 🤦, 🤮, 🤢, 😐,
      🤨, 💩, 🖕, 🤡, 👿, 💢, 🥲, 🫠, 😪, 😓, 😰, 😱, 🚮`,
  happyface: ':), :-), :d, ;), ;-), <3, xd, ^_^, :p, ☀',
};
