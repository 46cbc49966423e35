// Stands on a slide beside its simulation: the stage hears of every setting without a run of the whole page.
import { takeNoRoom } from '../room.js';
import { hear } from '../stage/settings.js';

/** @param {Component<Stage.Standing>} component */
export default function ({ data, parentElement }) {
  takeNoRoom(parentElement);
  hear(data);
}
