// @ts-check
/// <reference types="office-js" />
// Carries out in Excel what the service says is to be done: what xlwings' client would do action by action,
// with two round trips for each, in a few.
//
// Excel does what is queued in its order, so that what an action adds is there for the next one.

/**
 * One thing to do, as xlwings puts it: places are counted from nothing.
 * @typedef {object} Action
 * @property {string} func
 * @property {any[]} args
 * @property {any[][] | null} values
 * @property {number} sheet_position
 * @property {number} start_row
 * @property {number} start_column
 * @property {number} row_count
 * @property {number} column_count
 */

const AT_ONCE = 100;
const CELLS_AT_ONCE = 20_000; // Excel on the web takes 5 MB at once

/** @type {Record<string, Excel.BorderIndex>} */
const SIDES = /** @type {any} */ ({
  edge_top: "EdgeTop", edge_bottom: "EdgeBottom", edge_left: "EdgeLeft", edge_right: "EdgeRight",
  inside_horizontal: "InsideHorizontal", inside_vertical: "InsideVertical",
});

/**
 * What is done to cells. One that finds something in an action that it does not know says false.
 * @type {Record<string, (range: Excel.Range, action: Action, sheets: Excel.Worksheet[]) => boolean | void>}
 */
const TO_CELLS = {
  setValues: (range, { values }) => { range.values = /** @type {any[][]} */ (values); },
  setFormula: (range, { values }) => { range.formulas = /** @type {any[][]} */ (values); },
  setNumberFormat: (range, { args: [format] }) => { range.numberFormat = [[format]]; },
  setRangeColor: (range, { args: [colour] }) => {
    if (colour === null) range.format.fill.clear();
    else range.format.fill.color = colour;
  },
  setColumnWidth: (range, { args: [points] }) => { range.format.columnWidth = points; },
  setRowHeight: (range, { args: [points] }) => { range.format.rowHeight = points; },
  setWrapText: (range, { args: [wraps] }) => { range.format.wrapText = Boolean(wraps); },
  setHorizontalAlignment: (range, { args: [place] }) => { range.format.horizontalAlignment = place; },
  setVerticalAlignment: (range, { args: [place] }) => { range.format.verticalAlignment = place; },
  setFontProperty: (range, { args: [property, value] }) => {
    const { font } = range.format;
    if (property === "bold") font.bold = Boolean(value);
    else if (property === "italic") font.italic = Boolean(value);
    else if (property === "size") font.size = value;
    else if (property === "color") font.color = value;
    else return false;
  },
  setBorderProperty: (range, { args: [side, attribute, value] }) => {
    if (!(side in SIDES)) return false;
    const border = range.format.borders.getItem(SIDES[side]);
    if (attribute === "color") border.color = value;
    else if (attribute === "line_style" && value === "continuous") border.style = "Continuous";
    else return false;
  },
  copyFromRange: (range, { args: [position, address, what, skips, turns] }, sheets) => {
    if (what !== "formats") return false; // as xlwings says it; Microsoft writes it large
    range.copyFrom(sheets[position].getRange(address), "Formats", skips, turns);
  },
  rangeMerge: (range, { args: [across] }) => { range.merge(Boolean(across)); },
  rangeUnmerge: (range) => { range.unmerge(); },
  rangeClear: (range) => { range.clear("All"); },
  rangeClearContents: (range) => { range.clear("Contents"); },
  rangeClearFormats: (range) => { range.clear("Formats"); },
  addConditionalFormat: (range, { args: [given] }) => {
    if (given.type !== "Custom" || given.font_bold !== null || given.font_italic !== null) return false;
    const rule = range.conditionalFormats.add("Custom");
    rule.custom.rule.formula = given.formula;
    rule.custom.format.fill.color = given.fill_color;
    rule.custom.format.font.color = given.font_color;
    rule.stopIfTrue = given.stop_if_true;
    rule.priority = 0;
  },
  setDataValidationList: (range, { args: [source, dropsDown] }) => {
    if (source.type !== "literal") return false;
    range.dataValidation.rule = { list: { source: source.values.join(","), inCellDropDown: dropsDown } };
  },
};

/**
 * What is done to a sheet, its charts and tables.
 * @type {Record<string, (sheet: Excel.Worksheet, action: Action, all: Excel.WorksheetCollection) => boolean | void>}
 */
const TO_SHEETS = {
  sheetClear: (sheet) => { sheet.getRanges().clear("All"); },
  setShowGridlines: (sheet, { args: [shows] }) => { sheet.showGridlines = Boolean(shows); },
  setPrintArea: (sheet, { args: [address] }) => { sheet.pageLayout.setPrintArea(address ?? ""); },
  freezePaneAtRange: (sheet, { args: [address] }) => { sheet.freezePanes.freezeAt(sheet.getRange(address)); },
  addTable: (sheet, { args: [address, headed, style, name] }) => {
    const table = sheet.tables.add(address, Boolean(headed));
    if (style !== null) table.style = style;
    if (name !== null) table.name = name;
  },
  resizeTable: (sheet, { args: [number, address] }) => { sheet.tables.getItemAt(number).resize(address); },
  clearAutoFilterTable: (sheet, { args: [number, field] }) => {
    sheet.tables.getItemAt(number).columns.getItemAt(field - 1).filter.clear();
  },
  addChart: (sheet, { args }, worksheets) => {
    const [name, kind, source, address, left, top, width, height, by, anchor, style] = args;
    if (anchor != null || by == null || style == null) return false;
    const chart = sheet.charts.add(kind, worksheets.getItem(source).getRange(address), by);
    chart.left = left;
    chart.top = top;
    chart.width = width;
    chart.height = height;
    chart.style = style;
    chart.name = name;
  },
  deleteChart: (sheet, { args: [number] }) => { sheet.charts.getItemAt(number).delete(); },
  setChartTitle: (sheet, { args: [number, words] }) => {
    const { title } = sheet.charts.getItemAt(number);
    title.visible = true;
    title.text = words;
  },
  setChartLegend: (sheet, { args: [number, attribute, value] }) => {
    if (attribute !== "position") return false;
    const { legend } = sheet.charts.getItemAt(number);
    legend.visible = true;
    legend.position = value;
  },
  setChartAxis: (sheet, { args: [number, which, given] }) => {
    const known = ["number_format", "maximum_scale", "reverse_order"];
    if (!Object.keys(given).every((name) => known.includes(name))) return false;
    const { axes } = sheet.charts.getItemAt(number);
    const axis = which === "value" ? axes.valueAxis : axes.categoryAxis;
    if ("number_format" in given) axis.numberFormat = given.number_format;
    if ("maximum_scale" in given) axis.maximum = given.maximum_scale;
    if ("reverse_order" in given) axis.reversePlotOrder = given.reverse_order;
  },
};

/**
 * Carry actions out on the sheets that were read, by their names. Throws what Excel says, with `actionFunc`, where
 * Excel refuses something; so too, with its name, at an action that is not known.
 * @param {Action[]} actions
 * @param {Excel.RequestContext} context
 * @param {string[]} [read]
 */
export async function carryOut(actions, context, read) {
  if (!actions.length) return;
  const { worksheets, names } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const sheets = [...worksheets.items];
  if (read && !(read.length === sheets.length && read.every((name, place) => name === sheets[place].name))) {
    throw new Error("Sheets were added, moved or renamed meanwhile. Nothing was changed: press again.");
  }
  /** @type {Set<Excel.Worksheet>} */
  const charted = new Set();
  let waiting = 0;
  let cells = 0;

  async function send() {
    try {
      await context.sync();
    } catch (error) {
      const { debugInfo, message } = /** @type {OfficeExtension.Error} */ (error);
      const where = debugInfo?.errorLocation ?? "it";
      throw Object.assign(new Error(`Excel refused ${where}: ${message}`), { actionFunc: where });
    }
    waiting = cells = 0;
  }

  // A chart that is added stays selected otherwise.
  function deselect() {
    charted.forEach((sheet) => sheet.getRange("A1").select());
    charted.clear();
  }

  /** @param {Action} action */
  function queue(action) {
    const { func, args } = action;
    if (func === "namesAdd" && action.sheet_position === null) {
      names.add(args[0], args[1]);
    } else if (func === "nameDelete") {
      (args[4] ? names : sheets[args[5]].names).getItem(args[2]).delete();
    } else if (func === "addSheet" && args[1] !== null) {
      const sheet = worksheets.add(args[1]);
      sheet.position = args[0];
      sheets.splice(args[0], 0, sheet);
    } else if (func === "sheetDelete") {
      sheets.splice(action.sheet_position, 1)[0].delete();
    } else if (func === "activateSheet") {
      deselect();
      sheets[args[0]].activate();
    } else if (Object.hasOwn(TO_SHEETS, func)) {
      const sheet = sheets[action.sheet_position];
      if (TO_SHEETS[func](sheet, action, worksheets) === false) return false;
      if (func === "addChart") charted.add(sheet);
    } else if (Object.hasOwn(TO_CELLS, func)) {
      const { sheet_position: position, start_row: top, start_column: left } = action;
      const range = sheets[position].getRangeByIndexes(top, left, action.row_count, action.column_count);
      return TO_CELLS[func](range, action, sheets) !== false;
    } else return false;
    return true;
  }

  for (const action of actions) {
    if (!queue(action)) {
      const unknown = `The task pane does not know ${action.func}: reload it, or tell IT.`;
      throw Object.assign(new Error(unknown), { actionFunc: action.func });
    }
    waiting += 1;
    cells += action.values === null ? 0 : action.row_count * action.column_count;
    if (waiting >= AT_ONCE || cells >= CELLS_AT_ONCE) await send();
  }
  deselect();
  await send();
}

/**
 * Go to a cell, or to a sheet.
 * @param {Excel.RequestContext} context
 * @param {string} sheet
 * @param {string} cell
 */
export async function select(context, sheet, cell) {
  const there = context.workbook.worksheets.getItem(sheet);
  there.activate();
  if (cell) there.getRange(cell).select();
  await context.sync();
}
