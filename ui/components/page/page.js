// Tells the browser the language of the page, lets it remember that, watches the connection, plays sounds and videos.
import { takeNoRoom } from '../room.js';
import { keepFocus } from './focus.js';
import { watchConnection } from './lost.js';
import { keepPlaying } from './players.js';
import { skipTheBar } from './skip.js';

// Style sheets write words in place of those that Streamlit has in English only.
/** @param {Words} words */
const sayInStyles = (words) => {
  for (const [name, said] of Object.entries(words)) {
    document.documentElement.style.setProperty(`--say-${name.replaceAll('_', '-')}`, JSON.stringify(said));
  }
};

/** @param {Component<{ language: Language; tag: string; words: Words }>} component */
export default function ({ data, parentElement }) {
  takeNoRoom(parentElement);
  document.documentElement.lang = data.tag;
  document.cookie = `lab_language=${data.language}; Path=/; Max-Age=31536000; SameSite=Lax`;
  sayInStyles(data.words);
  watchConnection(data.words);
  skipTheBar();
  keepFocus();
  keepPlaying();
}
