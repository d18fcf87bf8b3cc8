// In Office.js' place: a host with a workbook (`BOOK`, set before this; `host_book.py` makes it) that scripts read
// and write. What it does is what Microsoft's documentation says of these members:
// - application-specific-api-model: what is loaded can be read after the next sync and no sooner, of a collection
//   for each item; navigation properties need no loading; of an object that may be missing `isNullObject` is known
//   after the next sync; what is not there is an error (ItemNotFound) at the sync, which then answers nothing.
// - excel-add-ins-worksheets: chart sheets are no worksheets; with one in front (`BOOK.chartSheet`) Excel has no
//   active worksheet to give, which is a guess: it may be any error.
// - excel-add-ins-workbooks: getSelectedRange is an error (InvalidSelection) where no single range is selected.
// - application-specific-api-error-handling: while a cell is edited (`BOOK.editing`) every sync is an error.
// - resource-limits-and-performance-optimization: Excel on the web answers no more than 5 MB at once
//   (ResponsePayloadSizeLimitExceeded).
// - the reference: Worksheet.getUsedRangeOrNullObject (with valuesOnly, of what holds something alone),
//   Range.address (with the sheet), NamedItem.getRangeOrNullObject, PageLayout.getPrintAreaOrNullObject,
//   WorksheetCollection.add (a sheet at the end), Worksheet.position and delete, Range.values and formulas (a matrix).
// Any other member is there and holds nothing; what is loaded and is no member is in `kept.unknown`.
"use strict";

const MOST_BYTES = 5_000_000;
globalThis.kept = {
  asked: new Set(), unknown: [], cells: {}, selected: null, roundTrips: 0, bytes: [],
  front: BOOK.sheets[BOOK.active].name,
};
let queued = [];
let answered = 0;

function refuse(code) { throw Object.assign(new Error(code), { code, debugInfo: { errorLocation: "" } }); }

function anything() {
  const known = {
    then: undefined, load() { return this; }, count: 0, items: [], [Symbol.toPrimitive]: () => "anything",
  };
  return new Proxy(() => {}, {
    get: (_, key) => (key in known ? known[key] : (known[key] = anything())),
    set: (_, key, value) => { known[key] = value; return true; },
    apply: () => anything(),
  });
}

// An object of Excel's: scalar properties, which must be loaded; parts (navigation properties and methods), which
// need not; of a collection its items. `said` is what `BOOK` says of it, and `heard` is told what is set. `kept.asked`
// is which members of which kind were asked for, to be held against Microsoft's types.
function excel(kind, { scalars = {}, parts = {}, items, missing = false, said, heard = () => {} }) {
  const loaded = {};
  const others = {};
  const born = kept.roundTrips;
  const note = (key) => kept.asked.add(`${kind}.${key}`);

  function take([first, ...rest]) {
    if (items) {
      loaded.items = items();
      const path = first === "items" ? rest : [first, ...rest];
      if (path.length) loaded.items.forEach((item) => item.take(path));
      return;
    }
    note(first);
    if (first in scalars) {
      loaded[first] = missing ? undefined : scalars[first];
      answered += JSON.stringify(loaded[first] ?? null).length;
    } else if (first in parts) {
      if (rest.length) parts[first].take(rest);
    } else if (!missing) kept.unknown.push(`${kind}.${first}`);
  }

  const members = {
    take, said,
    load(what = []) {
      const paths = (Array.isArray(what) ? what : what.split(",")).map((path) => path.trim().split("/"));
      queued.push(() => paths.forEach(take));
      return object;
    },
  };
  const object = new Proxy(members, {
    get: (_, key) => {
      if (typeof key === "symbol" || key === "then") return undefined;
      if (key in members) return members[key];
      note(key);
      if (key === "isNullObject" && kept.roundTrips > born) return missing;
      if (key in loaded) return loaded[key];
      if (key in parts) return parts[key];
      if (key in scalars || key === "items" || key === "isNullObject") refuse(`PropertyNotLoaded: ${kind}.${key}`);
      return (others[key] ??= anything());
    },
    set: (_, key, value) => {
      note(key);
      if (key in scalars) scalars[key] = loaded[key] = value;
      else others[key] = value;
      heard(key, value);
      return true;
    },
  });
  return object;
}

const missing = (kind) => excel(kind, { missing: true });
const collection = (kind, items, parts = {}) => excel(`${kind}Collection`, {
  items: () => items, parts: { getCount: () => ({ value: items.length }), getItemAt: (n) => items[n] ?? anything(), ...parts },
});

// -- cells ---------------------------------------------------------------------------------------------------------

const letters = (column) => (column ? letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + (column - 1) % 26) : "");
const number = (text) => [...text].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
const quoted = (name) => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`);

function placeOf(address) {
  const [first, last = first] = address.replaceAll("$", "").split(":").map((cell) => {
    const [, column, row] = /^([A-Z]+)(\d+)$/.exec(cell);
    return [Number(row), number(column)];
  });
  return [first[0] - 1, first[1] - 1, last[0] - first[0] + 1, last[1] - first[1] + 1];
}

function rangeAt(sheet, row, column, rows, columns) {
  const first = `${letters(column + 1)}${row + 1}`;
  const last = `${letters(column + columns)}${row + rows}`;
  const held = (part, empty) => Array.from({ length: rows }, (_, down) => (
    Array.from({ length: columns }, (_, across) => (
      sheet.said.cells[`${row + down + 1},${column + across + 1}`]?.[part] ?? empty))));
  return excel("Range", {
    scalars: {
      address: `${quoted(sheet.said.name)}!${first === last ? first : `${first}:${last}`}`,
      rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns,
      get values() { return held(0, ""); }, set values(_) {}, get numberFormat() { return held(1, "General"); },
      formulas: null,
    },
    parts: {
      get worksheet() { return sheet; },
      select() { kept.selected = `${sheet.said.name}!${first}`; },
    },
    heard(key, value) {
      if (key !== "values" && key !== "formulas") return;
      const lines = Array.isArray(value) ? value : [[value]];
      lines.forEach((line, down) => line.forEach((each, across) => {
        (kept.cells[sheet.said.name] ??= {})[`${row + down + 1},${column + across + 1}`] = each;
      }));
    },
  });
}

function usedRange(sheet, valuesOnly) {
  const places = Object.entries(sheet.said.cells).filter(([, [value]]) => !valuesOnly || value !== "")
    .map(([at]) => at.split(",").map(Number));
  if (!places.length) return missing("Range");
  const rows = places.map(([row]) => row);
  const columns = places.map(([, column]) => column);
  const [top, left] = [rows, columns].map((all) => all.reduce((a, b) => Math.min(a, b)));
  const [bottom, right] = [rows, columns].map((all) => all.reduce((a, b) => Math.max(a, b)));
  return rangeAt(sheet, top - 1, left - 1, bottom - top + 1, right - left + 1);
}

// -- sheets and what is on them ------------------------------------------------------------------------------------

function named({ name, formula }) {
  const [, sheet, address] = /^=(.+)!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/.exec(formula) ?? [];
  const there = () => sheets.find((each) => quoted(each.said.name) === sheet);
  return excel("NamedItem", {
    scalars: { name, formula, get type() { return there() ? "Range" : "String"; } },
    parts: { getRangeOrNullObject: () => (there() ? rangeAt(there(), ...placeOf(address)) : missing("Range")) },
  });
}

function tableOf(sheet, { name, address }) {
  const [row, column, rows, columns] = placeOf(address);
  return excel("Table", {
    scalars: {
      name, showHeaders: true, showTotals: false, style: "TableStyleMedium2", showFilterButton: true,
      highlightFirstColumn: false, highlightLastColumn: false, showBandedRows: true, showBandedColumns: false,
    },
    parts: {
      dataBodyRange: null, columns: collection("TableColumn", []),
      getRange: () => rangeAt(sheet, row, column, rows, columns),
      getHeaderRowRange: () => rangeAt(sheet, row, column, 1, columns),
      getDataBodyRange: () => rangeAt(sheet, row + 1, column, rows - 1, columns),
    },
  });
}

function sheetOf(said) {
  const place = () => sheets.indexOf(sheet);
  const floating = (kind, all = []) => collection(kind, all.map((scalars) => excel(kind, { scalars })));
  const printed = (said.printAreas ?? []).map((address) => excel("Range", { scalars: { address: `${quoted(said.name)}!${address}` } }));
  const sheet = excel("Worksheet", {
    said,
    scalars: {
      name: said.name, visibility: said.visibility ?? "Visible", showGridlines: said.gridlines ?? true,
      get position() { return place(); },
      set position(to) { sheets.splice(to, 0, ...sheets.splice(place(), 1)); },
    },
    parts: {
      get charts() { return charts; }, get shapes() { return shapes; }, get tables() { return tables; },
      get names() { return names; }, get notes() { return notes; }, pivotTables: collection("PivotTable", []),
      pageLayout: excel("PageLayout", { parts: {
        setPrintArea() {},
        getPrintAreaOrNullObject: () => (printed.length
          ? excel("RangeAreas", { parts: { areas: collection("Range", printed) } }) : missing("RangeAreas")),
      } }),
      getUsedRangeOrNullObject: (valuesOnly) => usedRange(sheet, valuesOnly),
      getRange: (address) => (/\d$/.test(address) && /^\$?[A-Z]/.test(address) ? rangeAt(sheet, ...placeOf(address)) : anything()),
      getRangeByIndexes: (...at) => rangeAt(sheet, ...at),
      activate() { kept.front = sheet.said.name; },
      delete() { sheets.splice(place(), 1); },
    },
  });
  const charts = floating("Chart", said.charts);
  const shapes = floating("Shape", said.shapes);
  const tables = collection("Table", (said.tables ?? []).map((each) => tableOf(sheet, each)));
  const names = collection("NamedItem", (said.names ?? []).map(named));
  const notes = collection("Note", (said.notes ?? []).map((address) => excel("Note", {
    parts: { getLocation: () => rangeAt(sheet, ...placeOf(address)) },
  })));
  return sheet;
}

const sheets = [];
sheets.push(...BOOK.sheets.map(sheetOf));
const byName = (name) => sheets.find((each) => each.said.name === name);
const worksheets = collection("Worksheet", sheets, {
  getItemOrNullObject: (name) => byName(name) ?? missing("Worksheet"),
  getItem: (name) => byName(name) ?? refuse("ItemNotFound"),
  getActiveWorksheet: () => (BOOK.chartSheet
    ? excel("Worksheet", { scalars: { get name() { return refuse("ItemNotFound"); }, get position() { return refuse("ItemNotFound"); } } })
    : byName(kept.front)),
  add: (name) => {
    const sheet = sheetOf({ name, cells: {} });
    sheets.push(sheet);
    return sheet;
  },
});
const context = {
  workbook: excel("Workbook", { scalars: { name: BOOK.name }, parts: {
    worksheets, names: collection("NamedItem", BOOK.names.map(named)),
    application: excel("Application", { scalars: { calculationMode: "Automatic" } }),
    getSelectedRange: () => (BOOK.selection
      ? rangeAt(sheets[BOOK.active], ...placeOf(BOOK.selection))
      : excel("Range", { scalars: { get address() { return refuse("InvalidSelection"); } } })),
  } }),
  application: anything(),
  sync: async () => {
    kept.roundTrips += 1;
    answered = 0;
    const now = queued;
    queued = [];
    if (BOOK.editing) refuse("InvalidOperationInCellEditMode");
    now.forEach((load) => load());
    kept.bytes.push(answered);
    if (answered > MOST_BYTES) refuse("ResponsePayloadSizeLimitExceeded");
  },
};
globalThis.keptSheets = () => sheets.map((each) => each.said.name);

globalThis.Excel = new Proxy({ run: async (batch) => batch(context) }, {
  get: (there, key) => there[key] ?? new Proxy({}, { get: (_, word) => word[0].toUpperCase() + word.slice(1) }),
});
globalThis.Office = {
  onReady: async (act) => {
    const info = { host: "Excel", platform: "OfficeOnline" };
    if (act) act(info);
    return info;
  },
  HostType: { Excel: "Excel" }, actions: { associate() {} },
  context: {
    platform: "OfficeOnline",
    // Excel 2021 has 1.14 of ExcelApi, and no notes
    requirements: { isSetSupported: (set, least) => set === "ExcelApi" && Number(least.split(".")[1]) <= (BOOK.apiSet ?? 14) },
  },
};
globalThis.CustomFunctions = anything();
