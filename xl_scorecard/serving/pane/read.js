// @ts-check
/// <reference types="office-js" />
// Reads the open workbook as xlwings' engine in the service takes it, in a few round trips: which sheets there are,
// what is on each, then cells in bounded pieces. In brackets stands the page of Microsoft's documentation that says
// so; what is asked for is in every Excel that the manifest lets in, but for notes.

const NOTES = "1.18"; // of ExcelApi: Worksheet.notes
// Excel on the web answers 5 MB at once, and no more (resource-limits-and-performance-optimization).
const CELLS_AT_ONCE = 20_000;
const CELLS_OF_A_PLACE = 50; // what an object weighs beside a cell
const MOST_CELLS = 2_000_000; // 25 MB, if half of them hold something
const TOO_MUCH = "ResponsePayloadSizeLimitExceeded"; // (application-specific-api-error-handling)
const EDITING = "InvalidOperationInCellEditMode";
const DAY = 86_400_000;
const YEAR_1970 = 25_569; // as Excel counts days
const YEAR_10000 = 2_958_466; // from there on Excel shows no date
const NO_PART_OF_A_DATE = /"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi; // words, colours, languages
const ONE_AREA = /^=('(?:[^']|'')+'|[^'!]+)!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/;

/**
 * Something to ask together with others: what it weighs in cells; how to queue it, which gives how to take the
 * answer; and two that it may be asked as instead.
 * @typedef {{ cells: number, queue: () => () => void, halves?: () => Question[] }} Question
 */

/**
 * The workbook as `xlwings.Book(json=...)` takes it. Left out is what the service asks for nowhere: which cells are
 * selected, how Excel calculates, pivot tables, what columns tables have. Throws one sentence for the officer.
 * @param {Excel.RequestContext} context
 */
export async function readBook(context) {
  try {
    return await whole(context);
  } catch (error) {
    throw new Error(inWords(/** @type {OfficeExtension.Error} */ (error)));
  }
}

/** @param {OfficeExtension.Error} error */
function inWords({ code, message, debugInfo }) {
  if (!code) return message;
  if (code === EDITING) return "A cell is being edited: press Enter or Esc, and press again. Nothing was changed.";
  return `Excel could not be read (${debugInfo?.errorLocation || code}): ${message} Nothing was changed: press again.`;
}

/** @param {Excel.RequestContext} context */
async function whole(context) {
  const { workbook } = context;
  const { worksheets, names } = workbook;
  workbook.load("name");
  worksheets.load("name,visibility,showGridlines");
  names.load("name,formula");
  await context.sync();
  const found = worksheets.items.map(lookAt);
  await context.sync();
  refuseHuge(found);
  const sheets = found.map(told);
  await ask(context, found.flatMap((each, place) => besides(each, sheets[place])));
  const titles = sheets.map(({ name }) => name);
  return {
    client: "Office.js",
    version: null, // which xlwings holds against its own for other clients alone
    book: { name: workbook.name, active_sheet_index: await inFront(context, worksheets), selection: null },
    names: [
      ...names.items.map((name) => nameOf(name, titles, null)),
      ...found.flatMap((each, place) => each.names.items.map((name) => nameOf(name, titles, place))),
    ],
    sheets,
  };
}

/**
 * Queue what is asked of a sheet. The used range with `valuesOnly` leaves out cells that only have a format
 * (excel.worksheet); properties of what may be missing can be loaded all the same (excel-add-ins-shapes).
 * @param {Excel.Worksheet} sheet
 */
function lookAt(sheet) {
  const { charts, shapes, tables, names } = sheet;
  const used = sheet.getUsedRangeOrNullObject(true);
  const printed = sheet.pageLayout.getPrintAreaOrNullObject();
  const notes = Office.context.requirements.isSetSupported("ExcelApi", NOTES) ? sheet.notes : null;
  used.load("address,rowIndex,columnIndex,rowCount,columnCount");
  printed.load("areas/address");
  charts.load("name,chartType,left,top,width,height");
  shapes.load("name,type,left,top,width,height,lockAspectRatio");
  tables.load("name");
  names.load("name,formula");
  notes?.load("items");
  return { sheet, used, printed, charts, shapes, tables, names, notes };
}

/** @typedef {ReturnType<typeof lookAt>} Found */
/** @typedef {ReturnType<typeof told>} Told */

/**
 * How many rows and columns a sheet has to the last cell that holds something.
 * @param {Found} found
 */
function reach({ used }) {
  return used.isNullObject ? [1, 1] : [used.rowIndex + used.rowCount, used.columnIndex + used.columnCount];
}

/** @param {Found[]} all */
function refuseHuge(all) {
  const cells = all.map((found) => reach(found).reduce((rows, columns) => rows * columns));
  if (cells.reduce((sum, more) => sum + more, 0) <= MOST_CELLS) return;
  const { sheet, used } = all[cells.indexOf(Math.max(...cells))];
  const last = bare(used.address).split(":").at(-1);
  throw new Error(
    `Sheet ${sheet.name} is too large to be sent: it holds something as far as ${last}. Delete what is not used, ` +
    "perhaps a cell far away from all others, in a copy of the workbook, or run xl-scorecard refresh over the file.",
  );
}

/**
 * A sheet but for its cells and what can be asked only now.
 * @param {Found} found
 */
function told(found) {
  const { sheet, used, printed, charts, shapes, tables, notes } = found;
  const [rows, columns] = reach(found);
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    show_gridlines: sheet.showGridlines,
    print_area: printed.isNullObject ? null : printed.areas.items.map(({ address }) => bare(address)).join(","),
    used_range_address: used.isNullObject ? null : bare(used.address),
    /** @type {any[][]} */
    values: Array.from({ length: rows }, () => Array(columns).fill("")),
    charts: charts.items.map((chart) => ({ name: chart.name, chart_type: chart.chartType, ...placed(chart) })),
    shapes: shapes.items.map((shape) => ({ name: shape.name, type: shape.type, ...placed(shape) })),
    pictures: shapes.items.filter(({ type }) => type === "Image").map((picture) => (
      { name: picture.name, lock_aspect_ratio: picture.lockAspectRatio, ...placed(picture) })),
    tables: tables.items.map(({ name }) => ({ name, range_address: "" })),
    notes: (notes?.items ?? []).map(() => ({ address: "" })),
    notes_supported: notes !== null,
  };
}

/** @param {{ left: number, top: number, width: number, height: number }} thing */
const placed = ({ left, top, width, height }) => ({ left, top, width, height });

/**
 * An address without its sheet, which Excel puts before it (excel.range).
 * @param {string} address
 */
const bare = (address) => address.slice(address.lastIndexOf("!") + 1);

/**
 * What is asked once it is known what is on a sheet: its cells, and where tables and notes are.
 * @param {Found} found
 * @param {Told} sheet
 * @returns {Question[]}
 */
function besides({ sheet, used, tables, notes }, { values, tables: toldTables, notes: toldNotes }) {
  /** @type {Question[]} */
  const questions = [];
  if (!used.isNullObject) {
    const { rowIndex: first, columnIndex: left, rowCount, columnCount: columns } = used;
    const rows = Math.max(Math.floor(CELLS_AT_ONCE / columns), 1);
    for (let row = 0; row < rowCount; row += rows) {
      questions.push(piece(sheet, values, [first + row, left, Math.min(rows, rowCount - row), columns]));
    }
  }
  tables.items.forEach((table, number) => questions.push(
    placeOf(() => table.getRange(), (address) => { toldTables[number].range_address = address; })));
  notes?.items.forEach((note, number) => questions.push(
    placeOf(() => note.getLocation(), (address) => { toldNotes[number].address = address; })));
  return questions;
}

/**
 * Ask for the cells of a block, in the end put among the values of its sheet.
 * @param {Excel.Worksheet} sheet
 * @param {any[][]} values
 * @param {[number, number, number, number]} block row and column from nothing, how many rows and columns
 * @returns {Question}
 */
function piece(sheet, values, [row, column, rows, columns]) {
  const upper = Math.ceil(rows / 2);
  return {
    cells: rows * columns,
    queue() {
      const range = sheet.getRangeByIndexes(row, column, rows, columns);
      range.load("values,numberFormat");
      return () => {
        const { values: lines, numberFormat: formats } = range;
        lines.forEach((line, down) => line.forEach((value, across) => {
          values[row + down][column + across] = asSent(value, formats[down][across]);
        }));
      };
    },
    halves: rows === 1 ? undefined : () => [
      piece(sheet, values, [row, column, upper, columns]),
      piece(sheet, values, [row + upper, column, rows - upper, columns]),
    ],
  };
}

/**
 * Ask where something is.
 * @param {() => Excel.Range} find
 * @param {(address: string) => void} keep
 * @returns {Question}
 */
function placeOf(find, keep) {
  return {
    cells: CELLS_OF_A_PLACE,
    queue() {
      const range = find();
      range.load("address");
      return () => keep(bare(range.address));
    },
  };
}

/**
 * Ask questions, so many together as Excel may be expected to answer at once.
 * @param {Excel.RequestContext} context
 * @param {Question[]} questions
 */
async function ask(context, questions) {
  /** @type {Question[]} */
  let together = [];
  let cells = 0;
  for (const question of questions) {
    if (together.length && cells + question.cells > CELLS_AT_ONCE) {
      await send(context, together);
      together = [];
      cells = 0;
    }
    together.push(question);
    cells += question.cells;
  }
  if (together.length) await send(context, together);
}

/**
 * Ask questions together; where the answer is too long, in smaller blocks (excel-add-ins-ranges-large).
 * @param {Excel.RequestContext} context
 * @param {Question[]} questions
 */
async function send(context, questions) {
  const takers = questions.map(({ queue }) => queue());
  try {
    await context.sync();
  } catch (error) {
    const halves = /** @type {OfficeExtension.Error} */ (error).code === TOO_MUCH ? halved(questions) : [];
    if (!halves.length) throw error;
    for (const half of halves) await send(context, half);
    return;
  }
  takers.forEach((take) => take());
}

/**
 * @param {Question[]} questions
 * @returns {Question[][]} none where there is nothing smaller
 */
function halved(questions) {
  const middle = Math.ceil(questions.length / 2);
  if (questions.length > 1) return [questions.slice(0, middle), questions.slice(middle)];
  return (questions[0].halves?.() ?? []).map((half) => [half]);
}

/**
 * The number of the sheet in front. With a chart sheet there, which is no worksheet (excel-add-ins-worksheets),
 * whatever Excel answers then, it is the first that can be seen.
 * @param {Excel.RequestContext} context
 * @param {Excel.WorksheetCollection} worksheets
 */
async function inFront(context, worksheets) {
  const front = worksheets.getActiveWorksheet();
  front.load("name");
  try {
    await context.sync();
    const place = worksheets.items.findIndex(({ name }) => name === front.name);
    if (place >= 0) return place;
  } catch {
    // it is no worksheet
  }
  return Math.max(worksheets.items.findIndex(({ visibility }) => visibility === "Visible"), 0);
}

/**
 * A name, that of a sheet or of the workbook; its place only where it is a single area as it stands.
 * @param {Excel.NamedItem} item
 * @param {string[]} sheets
 * @param {number | null} scope
 */
function nameOf({ name, formula }, sheets, scope) {
  const [, quoted = "", address = null] = ONE_AREA.exec(formula) ?? [];
  const sheet = sheets.indexOf(quoted.replace(/^'|'$/g, "").replaceAll("''", "'"));
  return {
    name,
    refers_to: formula,
    sheet_index: sheet < 0 ? null : sheet,
    address: sheet < 0 || address === null ? null : address.replaceAll("$", ""),
    book_scope: scope === null,
    scope_sheet_index: scope,
    scope_sheet_name: scope === null ? null : sheets[scope],
  };
}

/** @type {Map<string, boolean>} */
const ofDates = new Map();

/**
 * A value of a cell; a number that its format shows as a date or time is said as one.
 * @param {any} value
 * @param {string} format
 */
function asSent(value, format) {
  if (typeof value !== "number" || value < 0 || value >= YEAR_10000 || !showsDates(format)) return value;
  return new Date(Math.round((value - YEAR_1970) * DAY)).toISOString();
}

/** @param {string} format in the letters of English, whatever the officer's language (excel.range, numberFormat) */
function showsDates(format) {
  const known = ofDates.get(format);
  if (known !== undefined) return known;
  const shows = /[dmyhs]/i.test(format.replace(NO_PART_OF_A_DATE, ""));
  ofDates.set(format, shows);
  return shows;
}
