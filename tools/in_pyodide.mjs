// Presses the button in Pyodide, as xlwings Lite does: what it would ask of Excel, on standard output.
//
//     node in_pyodide.mjs PYODIDE_MODULE ARCHIVE,ARCHIVE,... PAYLOAD RULES [PAYLOAD RULES ...]
//
// The archives (wheels, zips) are unpacked where Python finds packages. RULES is a rule set.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [module, archives, ...presses] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(module));
const begun = performance.now();
const pyodide = await loadPyodide({ env: { XLWINGS_LICENSE_KEY: "noncommercial", HOME: "/home" } });
const extractDir = pyodide.runPython("import site; site.getsitepackages()[0]");
for (const archive of archives.split(",")) {
  const kind = archive.endsWith(".whl") ? "wheel" : "zip";
  pyodide.unpackArchive(new Uint8Array(readFileSync(archive)), kind, { extractDir });
}
const loaded = performance.now();
const pressed = [];
for (let number = 0; number < presses.length; number += 2) {
  pyodide.FS.writeFile("/rules.yaml", readFileSync(presses[number + 1]));
  pyodide.globals.set("payload", readFileSync(presses[number], "utf-8"));
  const before = performance.now();
  const actions = pyodide.runPython(`
import json
import xlwings
from xl_scorecard.button import refresh
book = xlwings.Book(json=json.loads(payload))
refresh(book, rules="/rules.yaml")
json.dumps(book.json()["actions"])
`);
  const seconds = (performance.now() - before) / 1000;
  pressed.push({ actions: JSON.parse(actions), seconds });
}
const named = "import sys; ' '.join(sorted({name.partition('.')[0] for name in sys.modules}))";
const packages = pyodide.runPython(named).split(" ");
console.log(JSON.stringify({ pressed, packages, start: (loaded - begun) / 1000 }));
