// Laws: what must hold of whatever comes, tried with many inputs, the same ones each time.
import fc from 'fast-check';

fc.configureGlobal({ seed: 20, numRuns: 100 });

export default fc;

/** An object with these parts, as JSON makes them. */
export const record = (parts) => fc.record(parts, { noNullPrototype: true });

/** An object with some of these names. */
export const dictionary = (names, values) => fc.dictionary(names, values, { noNullPrototype: true });
