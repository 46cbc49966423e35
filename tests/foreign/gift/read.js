// Reads the GIFT files named on the command line and prints what the parser makes of each, as JSON.
const { readFileSync } = require("node:fs");
const { parse } = require("gift-pegjs");

const read = process.argv.slice(2).map((file) => parse(readFileSync(file, "utf8")));
process.stdout.write(JSON.stringify(read));
