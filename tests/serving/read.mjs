// What is read of the workbook of the stand-in for Excel, and what is asked for.
//
//     node read.mjs HOST READER [CLIENT_FOLDER]
//
// HOST is `office.js` with a workbook before it, READER a copy of `read.js`; with CLIENT_FOLDER, `static/js` of the
// package xlwings-server, its client reads the same workbook after that.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [host, reader, folder] = process.argv.slice(2);
runInThisContext(readFileSync(host, "utf-8"));
const { readBook } = await import(pathToFileURL(reader));
const said = {};

async function noted(name, act) {
  kept.roundTrips = 0;
  kept.bytes.length = 0;
  kept.asked.clear();
  try {
    said[name] = { book: await Excel.run(act) };
  } catch (error) {
    said[name] = { wrong: error.message };
  }
  const { roundTrips, bytes, asked, unknown } = kept;
  Object.assign(said[name], { roundTrips, bytes: [...bytes], asked: [...asked], unknown: [...unknown] });
}

await noted("pane", readBook);
if (folder) {
  globalThis.window = globalThis;
  globalThis.document = {
    getElementById: () => ({ textContent: '{"onWasm": false}' }),
    addEventListener() {}, querySelector: () => null, querySelectorAll: () => [],
  };
  await import(pathToFileURL(join(folder, "custom-scripts", "index.js")));
  await noted("client", (context) => globalThis.xlwings.getBookData({}, context));
}
process.stdout.write(JSON.stringify(said), () => process.exit(0));
