// What is asked of Excel while actions are carried out, and how often it is waited for.
//
//     node in_office_js.mjs CLIENT_FOLDER ACTIONS [CARRIER]
//
// CLIENT_FOLDER is `static/js` of the package xlwings-server, which is loaded as it is and carries the
// actions out; with CARRIER, a module with `carryOut`, that does. In Excel's place stands an object that has every
// member there may be and holds nothing: it counts `context.sync()` and notes, as statements, what is set and which
// methods are called.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [folder, file, carrier] = process.argv.slice(2);
const LABEL = Symbol("label");
const said = [];
let roundTrips = 0;

const shown = (value) => (value?.[LABEL] ? value[LABEL]() : JSON.stringify(value));

// Any object of Excel's, by the words that lead to it: a member is another one, a call answers with one.
function anything(label) {
  let words = typeof label === "string" ? () => label : label;
  const known = {
    [LABEL]: () => words(),
    [Symbol.toPrimitive]: () => "anything",
    then: undefined, count: 1_000, visible: true,
    load: () => proxy,
  };
  const member = (key) => {
    if (key !== "items") return anything(() => `${words()}.${key}`);
    const list = words() === "worksheets" ? (n) => `sheet(${n})` : (n) => `${words()}.getItemAt(${n})`;
    const items = {};
    return new Proxy([], {
      get: (_, n) => {
        if (n === "length") return 1_000;
        if (n === Symbol.iterator) return function* all() { for (let n = 0; n < 7; n += 1) yield items[n] ??= anything(() => list(n)); };
        return items[n] ??= anything(() => list(n));
      },
    });
  };
  const proxy = new Proxy(() => {}, {
    get: (_, key) => (key in known ? known[key] : (known[key] = member(key))),
    set: (_, key, value) => {
      said.push(`${words()}.${key} = ${shown(value)}`);
      known[key] = value;
      if (key === "position") words = () => `sheet(${value})`;
      return true;
    },
    apply: (_, __, given) => {
      const call = `${words()}(${given.map(shown).join(", ")})`;
      const name = words().split(".").at(-1);
      if (!name.startsWith("get")) said.push(call);
      if (words() === "worksheets.add") return anything(() => `worksheets.getItem(${shown(given[0])})`);
      return anything(() => call);
    },
  });
  return proxy;
}

const workbook = anything("workbook");
for (const name of ["worksheets", "names"]) workbook[name] = anything(name);
said.length = 0;
const context = { workbook, application: anything("application"), sync: async () => { roundTrips += 1; } };
globalThis.document = {
  getElementById: () => ({ textContent: '{"onWasm": false}' }),
  addEventListener() {}, querySelector: () => null, querySelectorAll: () => [],
};
globalThis.window = globalThis;
const asWords = { get: (_, word) => word[0].toUpperCase() + word.slice(1) };  // of the enumerations
globalThis.Excel = new Proxy({ run: (act) => act(context) }, {
  get: (there, key) => there[key] ?? new Proxy({}, asWords),
});
globalThis.Office = {
  onReady: async () => {}, actions: { associate() {} },
  context: { requirements: { isSetSupported: () => true } },
};
globalThis.CustomFunctions = anything("CustomFunctions");

await import(pathToFileURL(join(folder, "custom-scripts", "index.js")));
const { runActions } = globalThis.xlwings;
const actions = JSON.parse(readFileSync(file, "utf-8"));
const counts = {};
async function one(action) {
  const before = roundTrips;
  await runActions({ actions: [action] }, context);
  (counts[action.func] ??= []).push(roundTrips - before);
}
if (carrier) {
  const { carryOut } = await import(pathToFileURL(carrier));
  await carryOut(actions, context);
} else {
  for (const action of actions) await one(action);
}
process.stdout.write(JSON.stringify({ counts, roundTrips, said }), () => process.exit(0));
