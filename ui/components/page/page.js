// Tells the browser the language of the page, lets it remember that, watches the connection, plays sounds and videos.
import { takeNoRoom } from '../room.js';
import { keepFocus } from './focus.js';
import { watchConnection } from './lost.js';
import { keepPlaying } from './players.js';
import { skipTheBar } from './skip.js';

/** @param {Component<{ language: Language; tag: string; words: Words }>} component */
export default function ({ data, parentElement }) {
  takeNoRoom(parentElement);
  document.documentElement.lang = data.tag;
  document.cookie = `lab_language=${data.language}; Path=/; Max-Age=31536000; SameSite=Lax`;
  watchConnection(data.words);
  skipTheBar();
  keepFocus();
  keepPlaying();
}
