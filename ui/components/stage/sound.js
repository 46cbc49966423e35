// The bell of the timer, made by the browser itself: three soft strokes. It can be switched off.
import { nextNumber } from './numbers.js';

const OFF = 'lab-stage-sound';
const STROKES = [0, 0.45, 0.9]; // seconds from the first
const TONES = [[880, 0.35], [1320, 0.16], [2205, 0.06]]; // Hz and how loud: a bell is not quite in tune
const FADES = 1.4;

export const isMuted = () => {
  try { return localStorage.getItem(OFF) === 'off'; } catch { return false; }
};

/** @param {boolean} off */
export const mute = (off) => {
  try { localStorage.setItem(OFF, off ? 'off' : 'on'); } catch { /* then the bell stays on */ }
};

/** @param {AudioContext} context @param {number} at */
const strike = (context, at) => {
  for (const [tone, loud] of TONES) {
    const [voice, gain] = [context.createOscillator(), context.createGain()];
    voice.frequency.value = tone;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(loud, at + 0.01);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + FADES);
    voice.connect(gain).connect(context.destination);
    voice.start(at);
    voice.stop(at + FADES);
  }
};

// Rings in this window. A window in which nobody has pressed anything yet may make no sound: then the
// hall asks the other one.
/** @param {Stage.Show} show */
export const ring = (show) => {
  if (isMuted()) return;
  if (navigator.userActivation?.hasBeenActive === false) {
    if (show.data.role === 'hall') show.line.pass({ do: 'ring', n: nextNumber(show) });
    return;
  }
  const context = new AudioContext();
  STROKES.forEach((after) => strike(context, context.currentTime + 0.05 + after));
  setTimeout(() => context.close(), 1000 * (Math.max(...STROKES) + FADES + 0.5));
};
