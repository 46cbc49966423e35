// The numbers over a chart: each with its name, and beside it that of the kept run and by how much they differ.
import { make } from '../chart/node.js';
import { difference, write } from './format.js';

/** @param {Panels.Measure} measure */
const makeOne = (measure) => {
  const node = make('div', 'lab-measure');
  const name = make('dt', '', measure.label);
  name.title = measure.help;
  const value = make('dd');
  value.dataset.labMeasure = measure.name;
  node.append(name, value);
  return { node, value };
};

// The list, and what writes numbers into it without making it anew; the kept run may come and go meanwhile.
/** @param {Panels.Measure[]} measures @param {Words} words */
export const makeMeasures = (measures, words) => {
  const list = make('dl', 'lab-measures');
  const made = measures.map(makeOne);
  list.append(...made.map(({ node }) => node));
  let known = measures;
  /** @param {Record<string, number | null>} numbers @param {Panels.Measure[]} [fresh] */
  const say = (numbers, fresh = known) => (known = fresh).forEach((measure, k) => {
    const value = numbers[measure.name] ?? null;
    const number = make('b', '', write(value, measure.format));
    const kept = measure.kept === undefined ? [] : [
      make('span', 'lab-measure__kept', `${words.kept_short} ${write(measure.kept, measure.format)}`),
      make('span', 'lab-measure__by', difference(value, measure.kept, measure.format, words.points)),
    ];
    made[k].value.replaceChildren(number, ...kept.flatMap((one) => [' ', one]));
  });
  return { list, say };
};
