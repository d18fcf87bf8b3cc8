// In Office.js' place: a host that says of a workbook (`BOOK`, set before this) what xlwings' client asks,
// and keeps which sheets are added, what is written into cells and what is selected. Any other member is
// there and holds nothing. What it does is what the reference of Microsoft says of these members:
// Office.onReady (host and platform), Excel.run (a context for the batch, its result handed back),
// WorksheetCollection.add (a sheet at the end), getItem (an error for a name that there is not),
// Worksheet.position, activate and delete, Range.values and formulas (a matrix), Range.select.
"use strict";

globalThis.kept = { asked: new Set(), cells: {}, selected: null, front: BOOK.sheets[0].name, roundTrips: 0 };

function anything() {
  const known = {
    then: undefined, load() { return this; }, count: 0, items: [],
    [Symbol.toPrimitive]: () => "anything",
  };
  return new Proxy(() => {}, {
    get: (_, key) => (key in known ? known[key] : (known[key] = anything())),
    set: (_, key, value) => { known[key] = value; return true; },
    apply: () => anything(),
  });
}

// An object of Excel's of a kind, with some members of its own; all others are anything. `heard` is told what is
// set; `kept.asked` is which members of which kind were asked for, to be held against Microsoft's types.
function having(kind, members, heard = () => {}) {
  members.load ??= () => object;
  const note = (key) => { if (typeof key === "string" && key !== "then") kept.asked.add(`${kind}.${key}`); };
  const object = new Proxy(members, {
    get: (_, key) => {
      note(key);
      return key in members || key === "then" ? members[key] : (members[key] = anything());
    },
    set: (_, key, value) => {
      note(key);
      members[key] = value;
      heard(key, value);
      return true;
    },
  });
  return object;
}

const asItems = (kind) => having(`${kind}Collection`, { items: [] });

function rangeOf(sheet, address, more = {}) {
  const range = having("Range", { address: `${sheet.name}!${address}`, isNullObject: false, ...more });
  range.select = () => { kept.selected = `${sheet.name}!${address}`; };
  return range;
}

// A range that keeps what is put into it.
function written(sheet, row, column) {
  return having("Range", {}, (key, value) => {
    if (key !== "values" && key !== "formulas") return;
    const lines = Array.isArray(value) ? value : [[value]];
    lines.forEach((line, down) => line.forEach((each, across) => {
      (kept.cells[sheet.name] ??= {})[`${row + down + 1},${column + across + 1}`] = each;
    }));
  });
}

function sheetOf(said) {
  const used = said.used_range_address;
  const sheet = having("Worksheet", {
    name: said.name, visibility: said.visibility ?? "Visible", showGridlines: true,
    charts: asItems("Chart"), tables: asItems("Table"), shapes: asItems("Shape"), names: asItems("NamedItem"),
    pivotTables: asItems("PivotTable"),
    pageLayout: having("PageLayout", {
      getPrintAreaOrNullObject: () => having("RangeAreas", { isNullObject: true }),
    }),
  });
  sheet.getUsedRangeOrNullObject = () => (used
    ? rangeOf(sheet, used, { rowCount: said.values.length, columnCount: said.values[0].length })
    : having("Range", { isNullObject: true }));
  sheet.getRange = (address) => rangeOf(sheet, address, { values: said.values ?? [[""]], numberFormat: [] });
  sheet.getRangeByIndexes = (row, column) => written(sheet, row, column);
  sheet.activate = () => { kept.front = sheet.name; };
  sheet.delete = () => sheets.splice(sheets.indexOf(sheet), 1);
  return sheet;
}

const sheets = BOOK.sheets.map(sheetOf);
const placed = () => { sheets.forEach((sheet, place) => { sheet.position = place; }); };
const missing = () => { throw Object.assign(new Error("ItemNotFound"), { code: "ItemNotFound" }); };
const worksheets = having("WorksheetCollection", {
  getItemOrNullObject: (name) => sheets.find((each) => each.name === name) ?? having("Worksheet", { isNullObject: true }),
  getItem: (name) => sheets.find((each) => each.name === name) ?? missing(),
  getActiveWorksheet: () => sheets.find((each) => each.name === kept.front),
  add: (name) => {
    const sheet = sheetOf({ name });
    sheets.push(sheet);
    placed();
    return sheet;
  },
});
Object.defineProperty(worksheets, "items", { get: () => sheets });
const context = {
  workbook: having("Workbook", {
    name: BOOK.book.name, worksheets, names: asItems("NamedItem"),
    application: having("Application", { calculationMode: "Automatic" }),
    getSelectedRange: () => rangeOf(sheets[0], "A1"),
  }),
  application: anything(),
  sync: async () => { kept.roundTrips += 1; placed(); },
};
globalThis.keptSheets = () => sheets.map((each) => each.name);

globalThis.Excel = new Proxy({ run: async (batch) => batch(context) }, {
  get: (there, key) => there[key] ?? new Proxy({}, { get: (_, word) => word }),
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
    // Excel 2021 has 1.14 of ExcelApi
    requirements: { isSetSupported: (set, number) => set === "ExcelApi" && Number(number.split(".")[1]) <= 14 },
  },
};
globalThis.CustomFunctions = anything();
