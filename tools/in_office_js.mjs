// How often xlwings Server's own client waits for Excel while it carries actions out.
//
//     node in_office_js.mjs CLIENT_FOLDER ACTIONS
//
// CLIENT_FOLDER is `static/js` of the package xlwings-server, which is loaded as it is. In Excel's place
// stands an object that has every member there may be and holds nothing: it counts `context.sync()`.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [folder, file] = process.argv.slice(2);
let roundTrips = 0;

// Any object of Excel's: a member is another one, a call answers with another one.
function anything() {
  const known = {
    then: undefined,
    load() { return this; },
    count: 1_000,
    items: new Proxy([], { get: (_, key) => (key === "length" ? 1_000 : anything()) }),
    [Symbol.toPrimitive]: () => "anything",
  };
  return new Proxy(() => {}, {
    get: (_, key) => (key in known ? known[key] : (known[key] = anything())),
    set: (_, key, value) => { known[key] = value; return true; },
    apply: () => anything(),
  });
}

const context = { workbook: anything(), application: anything(), sync: async () => { roundTrips += 1; } };
globalThis.document = {
  getElementById: () => ({ textContent: '{"onWasm": false}' }),
  addEventListener() {}, querySelector: () => null, querySelectorAll: () => [],
};
globalThis.window = globalThis;
globalThis.Excel = new Proxy({ run: (act) => act(context) }, {
  get: (there, key) => there[key] ?? new Proxy({}, { get: (_, word) => word }),
});
globalThis.Office = {
  onReady: async () => {}, actions: { associate() {} },
  context: { requirements: { isSetSupported: () => true } },
};
globalThis.CustomFunctions = anything();

await import(pathToFileURL(join(folder, "custom-scripts", "index.js")));
const { runActions } = globalThis.xlwings;
const counts = {};
for (const action of JSON.parse(readFileSync(file, "utf-8"))) {
  const before = roundTrips;
  await runActions({ actions: [action] }, context);
  (counts[action.func] ??= []).push(roundTrips - before);
}
console.log(JSON.stringify(counts));
process.exit(0);
